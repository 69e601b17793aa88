import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { DOORS } from '../../access/commands.ts';
import type { Door } from '../../access/door.ts';
import { VIEWS, type ViewName } from '../../access/views.ts';
import type { StreamId } from '../../contracts/ids.ts';
import type { KindName } from '../../contracts/kinds.ts';
import { ask, type Reply, request } from '../api/harness.ts';
import { shapedCommands } from '../contracts/rubbish.ts';
import { Described } from './described.ts';
import { ASKED_BY_POST, PATHS } from './places.ts';
import { EVERYWHERE, isEmpty, mayIn, type Shown, shownIn, type Walker } from './walkers.ts';
import type { World } from './world.ts';

/** Somebody in a relation to a stream, who may send what others may not: with a body that would do. */
interface Own {
  readonly person: string;
  readonly body: object;
}
type Owns = Readonly<Record<string, Own>>;

/** Everybody walks up to every door of an installation; what came of it is kept. */
export class Walk {
  readonly #world: World;
  readonly #described: Described;
  readonly #commands = new Map<string, Record<string, boolean[]>>();
  readonly #views = new Map<ViewName, Record<string, (Shown | 'own')[]>>();
  readonly #moments: Record<string, string[]> = {};
  readonly #sentAt: Partial<Record<KindName, readonly string[]>> = {};

  constructor(world: World) {
    this.#world = world;
    this.#described = new Described(world.api);
  }

  get found() {
    return { commands: this.#commands, views: this.#views, moments: this.#moments, sentAt: this.#sentAt };
  }

  /** Says at which moments the commands of a kind are sent. */
  at(kind: KindName, ...moments: readonly string[]): void {
    this.#sentAt[kind] = moments;
  }

  /**
   * Everybody sends every command of a kind, and all of it is undone. What is for somebody in a relation is
   * sent only where somebody is in it.
   */
  async commands(kind: KindName, stream: StreamId, owns: Owns = {}): Promise<void> {
    const shaped = shapedCommands(kind);
    const id = stream.slice(stream.indexOf(':') + 1);
    for (const [type, door] of Object.entries<Door>(DOORS[kind])) {
      const own = owns[type];
      const isOfSomebody = door.by === 'related' || door.by === 'assignee';
      if (isOfSomebody && !own) continue;
      const of = (own?.body ?? shaped.get(type)) as object;
      const path = pathOf(kind, id, type, door);
      const owner = own?.person ?? (door.by === 'self' ? (of as { person: string }).person : undefined);
      const [operations, ...others] = EVERYWHERE;
      const mine = owner ? [{ name: 'own', person: owner }] : [];
      // Whoever may send it comes last: what they do may leave nothing to do for others.
      const walkers = door.by === 'assignee' ? [...others, operations, ...mine] : [...others, ...mine, operations];
      await this.#world.trying(async () => {
        for (const { name, person } of walkers) {
          const reply = await this.#sent(person, stream, type, path, bodyOf(kind, type, path, of));
          note(this.#commands, `${kind}.${type}`, name, mayIn(reply, isOfSomebody));
        }
      });
    }
  }

  /** Everybody looks at views, as they are now; `ids` are put into their paths. Where there is nothing yet is left out. */
  async views(
    moment: string,
    names: readonly ViewName[],
    ids: Readonly<Record<string, string>> = {},
    others: readonly Walker[] = [],
  ): Promise<void> {
    for (const name of names) {
      for (const pattern of PATHS[name]) {
        const path = pattern.replace(/\{(\w+)\}/g, (whole, key) => ids[key] ?? whole);
        if (path.includes('{')) continue;
        const asked = (person: string) =>
          ASKED_BY_POST.has(name)
            ? ask(this.#world.api, person, 'POST', path, {})
            : ask(this.#world.api, person, 'GET', path);
        const whole = await asked('OPS');
        const { by } = VIEWS[name];
        const isNothing = whole.status === 404 || (by !== 'own' && isEmpty(whole));
        if (path !== pattern && by !== 'holders' && isNothing) continue;
        this.#moments[name] = [...new Set([...(this.#moments[name] ?? []), moment])];
        for (const { name: who, person } of [...EVERYWHERE, ...others]) {
          const own = await asked(person);
          expectNamedWithin(own);
          if (!ASKED_BY_POST.has(name)) expect(this.#described.faultOf(path, own)).toBeNull();
          note(this.#views, name, who, shownTo(name, own, whole));
          if (!ASKED_BY_POST.has(name)) await this.#expectSameOfHead(path, person);
        }
        if (!ASKED_BY_POST.has(name)) await this.#expectSameOfHead(path, null);
      }
    }
  }

  /** Sends a command as somebody: through its path, or where it has none to whoever decides. */
  async #sent(person: string, stream: StreamId, type: string, path: string | undefined, body: object): Promise<Reply> {
    if (path) return ask(this.#world.api, person, 'POST', path, body);
    const outcome = await this.#world.send(stream, { id: randomUUID(), actor: person, type, body });
    const code = outcome.accepted ? 'none' : outcome.code;
    return { status: outcome.accepted ? 200 : 409, json: { type: `/problems/${code}` } } as Reply;
  }

  /** Who asks for the length alone hears what they would hear of the whole: it is the same right. `person` null: a stranger. */
  async #expectSameOfHead(path: string, person: string | null): Promise<void> {
    const headers: HeadersInit = person === null ? {} : { authorization: `Bearer dev:${person}` };
    const [head, whole] = await Promise.all(
      ['HEAD', 'GET'].map((method) => request(this.#world.api, path, { method, headers })),
    );
    expect({ path, person, status: head!.status }).toEqual({ path, person, status: whole!.status });
  }
}

function note<K, V>(map: Map<K, Record<string, V[]>>, door: K, who: string, result: V): void {
  const walked = map.get(door) ?? {};
  map.set(door, walked);
  walked[who] = [...(walked[who] ?? []), result];
}

/** Where a command goes; undefined: it has no path. */
function pathOf(kind: KindName, id: string, type: string, { by, fromTable }: Door): string | undefined {
  if (by === 'engine' || fromTable) return undefined;
  if (kind === 'organisation') return `/api/organisation/${type}`;
  return type === 'open' ? `/api/${kind}s` : `/api/${kind}s/${id}/${type}`;
}

/** What opens a stream is sent with the id of the new one. */
function bodyOf(kind: KindName, type: string, path: string | undefined, body: object): object {
  if (type !== 'open' || !path) return body;
  if (kind !== 'round') return { id: 'another', terms: body };
  return { id: 'another', ...body, spec: { ...(body as { spec: object }).spec, owner: null } };
}

/** A table of names holds those alone of whom the rest of the answer speaks. */
function expectNamedWithin({ json }: Reply): void {
  if (!json?.names) return;
  const { names, ...rest } = json;
  const said = JSON.stringify(rest);
  expect(Object.keys(names).filter((person) => !said.includes(`"${person}"`))).toEqual([]);
}

function shownTo(name: ViewName, own: Reply, whole: Reply): Shown | 'own' {
  if (ASKED_BY_POST.has(name)) return own.status === 403 ? 'nothing' : 'all';
  if (VIEWS[name].by === 'own' || VIEWS[name].by === 'holders') return own.status === 200 ? 'own' : 'nothing';
  return shownIn(own, whole);
}
