import { z } from 'zod';
import { Code } from '../contracts/organisation.ts';
import { LISTED, type Room } from '../contracts/planning.ts';
import { amount, amountCell, Blank, orElse, whole, windows, windowsCell } from './cells.ts';
import { kept, readRows } from './rows.ts';
import type { Sheet } from './sheet.ts';
import type { Table } from './table.ts';

const roomRow = (units: number) =>
  z.object({
    room_id: Code,
    name: z.string().trim().min(1, 'must not be empty').max(200, 'is too long'),
    site: Blank.refine((text) => text.length <= 60, 'is too long'),
    seats: whole(1, 5000),
    day_cost: orElse(amount(units), 0),
    closed: windows(LISTED.spells),
  });

/**
 * Rooms: `room_id,name,site,seats,day_cost,closed`; closed as `first day/last day`, several separated by |. A column that
 * is left out stays as it is `before` in a room that is known.
 */
export function readRooms(table: Table, units = 100, before: Readonly<Record<string, Room>> = {}): Room[] {
  return readRows(table, roomRow(units), ['room_id']).map(({ row }) => ({
    id: row.room_id,
    name: row.name,
    site: row.site,
    seats: row.seats,
    dayCost: row.day_cost,
    closed: row.closed,
    ...kept(table, before[row.room_id], { site: 'site', day_cost: 'dayCost', closed: 'closed' }),
  }));
}

export function roomsSheet(rooms: readonly Room[], units = 100): Sheet {
  return {
    columns: Object.keys(roomRow(units).shape),
    rows: rooms.map((r) => ({
      room_id: r.id,
      name: r.name,
      site: r.site,
      seats: String(r.seats),
      day_cost: amountCell(r.dayCost, units),
      closed: windowsCell(r.closed),
    })),
  };
}
