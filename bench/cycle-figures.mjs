// What a cycle has cost Temporal, and the result for a terminal.
import { Client, Connection } from '@temporalio/client';
import { actionsOfWorkflow } from './actions.mjs';
import { printTable } from './table.mjs';

/** Actions and events of the cycle with its rounds and offerings, all their runs, in all and by kind. */
export async function temporalFigures({ temporalAddress, watch }, cycle) {
  const text = `select id from stream where id similar to $1 and version > 0 order by id`;
  const streams = (await watch.rows(text, [`%[:.]${cycle}(.%)?`])).map((r) => r.id);
  const kinds = {};
  const connection = await Connection.connect({ address: temporalAddress });
  try {
    const client = new Client({ connection });
    for (const id of streams) {
      const found = await actionsOfWorkflow(client, id);
      const kind = id.startsWith('round:') ? roundKind(id, cycle) : id.slice(0, id.indexOf(':'));
      kinds[kind] ??= { workflows: 0, runs: 0, actions: 0, events: 0 };
      const sum = kinds[kind];
      sum.workflows += 1;
      for (const figure of ['runs', 'actions', 'events']) sum[figure] += found[figure];
    }
  } finally {
    await connection.close();
  }
  const total = (figure) => Object.values(kinds).reduce((sum, k) => sum + k[figure], 0);
  return { temporal_actions: total('actions'), history_events: total('events'), temporal_by_kind: kinds };
}

/** Rounds of the cycle by their purpose; those of its offerings together. */
function roundKind(id, cycleId) {
  if (id.startsWith(`round:offering.${cycleId}.`)) return 'rounds of offerings';
  return `round ${id.slice(`round:cycle.${cycleId}.`.length).replace(/-\d+$/, '')}`;
}

/** The result as tables for a terminal. */
export function printResult({ versions, temporal_by_kind, ...figures }) {
  const shown = (value) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.entries(value)
          .map(([name, v]) => `${name} ${v}`)
          .join(', ')
      : String(value);
  printTable(
    ['figure', 'value'],
    Object.entries({ ...figures, versions }).map(([name, value]) => [name, shown(value)]),
  );
  printTable(
    ['of the Temporal actions', 'workflows', 'runs', 'actions', 'events'],
    Object.entries(temporal_by_kind).map(([kind, k]) => [kind, k.workflows, k.runs, k.actions, k.events]),
  );
}
