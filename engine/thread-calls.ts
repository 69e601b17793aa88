import type { StreamId } from '../contracts/ids.ts';
import type { Advanced } from './advance.ts';
import type { Received } from './received.ts';

/** What the thread that takes turns is started with. */
export interface ThreadData {
  readonly databaseUrl: string;
  readonly masterKey: string;
}

/** A turn that is asked of the thread. */
export interface Call {
  readonly number: number;
  readonly stream: StreamId;
  readonly commands: readonly Received[];
  readonly patience: number;
}

/** What the thread says: that it is ready, how a turn ended, or what somebody should look into. */
export type Word =
  | { readonly ready: true }
  | { readonly number: number; readonly done: Advanced }
  | { readonly number: number; readonly error: string }
  | { readonly complaint: string; readonly about: object };
