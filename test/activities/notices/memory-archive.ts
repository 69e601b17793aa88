import type { Archive } from '../../../activities/notices/archive.ts';
import type { StreamId } from '../../../contracts/ids.ts';
import { isSealed } from '../../../contracts/private.ts';
import type { Memory } from '../../../domain/turn/memory.ts';

/** What the engine in memory holds, as an archive: sealed words read `Words of <person>`, names `Name <id>`. */
export function memoryArchive(memory: Memory, stream: StreamId): Archive {
  const bodies = (id: StreamId, type: string) =>
    memory.streams
      .get(id)!
      .events.filter((e) => e.type === type)
      .map((e) => opened(e.body) as never);
  const { people, departments } = memory.organisation;
  return {
    names: async (ids) => new Map([...ids].filter((id) => people.has(id)).map((id) => [id, `Name ${id}`])),
    departments: async (ids) =>
      new Map(
        ids.flatMap((id) => {
          const known = departments.get(id);
          return known ? [[id, { en: known.name, 'zh-CN': known.nameZh }] as const] : [];
        }),
      ),
    reason: async (type, fits = () => true) => {
      const { reason, note } = (bodies(stream, type).findLast(fits) ?? {}) as { reason?: string; note?: string };
      return reason ?? note ?? null;
    },
    events: async (type) => bodies(stream, type),
    answers: async (round) =>
      bodies(round, 'TaskSubmitted').map(({ task, answer }: { task: string; answer: Record<string, unknown> }) => ({
        task,
        assignee: (memory.streams.get(round)!.state as { tasks: Map<string, { assignee: string }> }).tasks.get(task)!
          .assignee,
        answer,
      })),
  };
}

function opened(value: unknown): unknown {
  if (isSealed(value)) return `Words of ${value.of}`;
  if (Array.isArray(value)) return value.map(opened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, opened(v)]));
}
