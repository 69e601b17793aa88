import process from 'node:process';
import { Stock } from './stock.ts';

/** Jest hands nothing from its setup to its teardown, which run in one process. */
const kept = globalThis as { rostrumStock?: Stock };

export default async function setUp(): Promise<void> {
  kept.rostrumStock = await Stock.open();
  process.env.ROSTRUM_TEST_STOCK = kept.rostrumStock.address;
}

export async function tearDown(): Promise<void> {
  await kept.rostrumStock?.close();
}
