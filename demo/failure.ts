/** Something that the demonstration expects has not come; one sentence says what. */
export class DemoFailure extends Error {}
