import { expect, test } from '@jest/globals';
import { nodeFinding } from '../../cli/checks/machine.ts';

test.each(['20.19.0', '20.20.2', '22.12.0', '22.20.1', '24.0.0'])('Node %s will do', (version) => {
  expect(nodeFinding(version)).toMatchObject({ found: version, state: 'ok' });
});

test.each(['18.20.0', '20.18.3', '21.7.0', '22.11.0'])('Node %s will not, and doctor says which will', (version) => {
  expect(nodeFinding(version)).toMatchObject({
    found: `${version} is too old`,
    mend: expect.stringContaining('20.19'),
  });
});
