import { steeringDoors } from '../../access/commands/steering.ts';
import { admitDoors } from '../../access/commands.ts';
import { admitLetters } from '../../activities/notices/outside-letters.ts';
import { type AnyProcess, admitKind } from '../../domain/kinds.ts';
import type { Drive } from './kit.ts';
import { LETTERS } from './letters.ts';
import { testDrive } from './process.ts';

/** Makes the kind known to this program: all that it takes. */
export function admit(): void {
  admitKind(testDrive as unknown as AnyProcess);
  admitDoors(testDrive.type, {
    open: { by: 'operations', does: 'Opens a test drive by its terms' },
    ...steeringDoors('test drive'),
  });
  admitLetters<Drive>(testDrive.type, LETTERS);
}
