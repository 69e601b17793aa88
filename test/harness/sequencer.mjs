import path from 'node:path';
import Sequencer from '@jest/test-sequencer';

/** Folders whose tests mostly wait, for time that runs or processes that start: first, so that none of them is alone at the end. */
const WAITING = ['demo', 'faults', 'workers', 'journeys', 'cli'];

/** Jest's order of files, with those first that take long on a fresh clone too, where nothing is known of earlier runs. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ context, path: file }) => {
      const folder = path.relative(path.join(context.config.rootDir, 'test'), file).split(path.sep)[0];
      const at = WAITING.indexOf(folder);
      return at < 0 ? WAITING.length : at;
    };
    return super.sort(tests).sort((a, b) => place(a) - place(b));
  }
}
