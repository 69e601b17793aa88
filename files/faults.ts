/** Everything that is wrong with some files, one sentence each. Nothing of them was taken. */
export class FileFaults extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'FileFaults';
    this.faults = faults;
  }
}
