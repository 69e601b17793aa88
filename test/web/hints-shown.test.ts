import { expect, test } from '@jest/globals';
import { type Hint, HintsShown } from '../../web/src/ui/hints-shown.ts';

const says = (key: string, what: string): Hint => [[key], what];

test('a key is told in the words of what is innermost, in whatever order the parts of a page come and are drawn anew', () => {
  const hints = new HintsShown();
  const form = hints.place();
  const fields = hints.place();
  // Effects run from within outwards.
  hints.put(fields, [says('Enter', 'Next question')]);
  hints.put(form, [says('Enter', 'Send'), says('Escape', 'Back')]);
  const told = [says('Enter', 'Next question'), says('Escape', 'Back')];
  expect(hints.all()).toEqual(told);
  hints.put(form, [says('Enter', 'Send'), says('Escape', 'Back')]);
  expect(hints.all()).toEqual(told);
  const dialog = hints.place();
  hints.put(dialog, [says('Escape', 'Close')]);
  hints.put(fields, [says('Enter', 'Next question')]);
  expect(hints.all()).toEqual([told[0], says('Escape', 'Close')]);
  hints.remove(dialog);
  hints.remove(fields);
  expect(hints.all()).toEqual([says('Enter', 'Send'), says('Escape', 'Back')]);
});
