import type { RouteOptions } from 'fastify';
import { doorOf } from '../access/commands.ts';
import { type Door, sendersOf } from '../access/door.ts';
import { faultOfSender, faultOfViewer } from '../access/rights.ts';
import { seersOf, VIEWS, type View, type ViewName } from '../access/views.ts';
import type { ProcessType } from '../contracts/ids.ts';
import type { Demand } from './demand.ts';
import type { Api } from './parts.ts';
import type { Roles } from './roles.ts';

/**
 * The line of the tables in access/ that a path stands for: a view, or the commands of a kind that it sends. `always`: its
 * sender is asked about here even where that is left to whoever decides, since it does something that nobody decides.
 */
export type Access =
  | { readonly view: ViewName }
  | { readonly kind: ProcessType; readonly sends: string | readonly string[]; readonly always?: true };

/** Whether what is sent there is decided by the turn of a process, which asks of the facts who may send it. */
export function isAskedAgain(access: Access): boolean {
  return !('view' in access) && !access.always;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may ask it, by the tables of access/; every path says so. */
    access?: Access;
  }
}

/**
 * Lets nobody to a path but whom its line in access/ names, and tells in its description who that is. Register it before the
 * routes. What depends on what is asked for, such as whose task it is, the path itself or the process asks.
 * @throws Error, for a route that names no line, or one that is not there
 */
export function withAccess(app: Api, roles: Roles): void {
  app.addHook('onRoute', (route: RouteOptions) => {
    const { access, demand: own } = route.config ?? {};
    if (!access) throw new Error(`${route.method} ${route.url} does not say who may ask it; name its line in access/.`);
    const { demand, description, open } = 'view' in access ? ofView(roles, access.view) : ofCommands(roles, access);
    route.config = {
      ...route.config,
      ...(open ? { open } : {}),
      ...(demand || own ? { demand: both(demand, own) } : {}),
    };
    // HEAD has the config of GET as it was written, but the very schema, which says it already.
    const schema = route.method === 'HEAD' ? undefined : (route.schema as Described | undefined);
    if (schema) schema.description = [description, schema.description].filter(Boolean).join(' ');
    if (schema && open) schema.security = [];
  });
}

interface Described {
  description?: string;
  security?: [];
}

interface Ruled {
  readonly demand: Demand | undefined;
  readonly description: string;
  readonly open?: boolean;
}

function ofView(roles: Roles, name: ViewName): Ruled {
  const view: View = VIEWS[name];
  const asks = view.by === 'watchers' || view.by === 'operations' || view.by === 'doers';
  return {
    demand: asks ? roles.demand((who) => faultOfViewer(view, who)) : undefined,
    description: seersOf(view),
    open: view.by === 'strangers',
  };
}

function ofCommands(roles: Roles, { kind, sends, always }: Exclude<Access, { view: ViewName }>): Ruled {
  const doors = [sends].flat().map((type): [string, Door] => {
    const door = doorOf(kind, type);
    if (!door) throw new Error(`Nobody has said who may send the command ${type} to a ${kind}.`);
    return [type, door];
  });
  const [type, door] = doors[0]!;
  // What others may send costs no query here: whoever decides it asks.
  const asks = always || doors.every(([, { by }]) => by === 'operations');
  return {
    demand: asks ? roles.demand((who) => faultOfSender(door, type, who, undefined)) : undefined,
    description: sendersOf(door),
  };
}

function both(one: Demand | undefined, other: Demand | undefined): Demand {
  if (!one || !other) return (one ?? other)!;
  return async (request) => {
    await one(request);
    await other(request);
  };
}
