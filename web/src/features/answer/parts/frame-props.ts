import type { Sitting, Task } from '../api/task.ts';

/** What every part of the frame is handed. */
export interface FrameProps {
  readonly round: string;
  readonly task: Task;
  /** What else the round asks of me; undefined: it was not told. */
  readonly sitting: Sitting | undefined;
  readonly reload: () => unknown;
}
