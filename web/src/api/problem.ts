/** A "no" of the API (RFC 9457): its code never changes, and `message` is one sentence for a person. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  /** Names the request in the log of the API, where the answer says so. */
  readonly id: string | undefined;

  constructor(code: string, status: number, detail: string, id?: string) {
    super(detail);
    this.name = 'ApiProblem';
    this.code = code;
    this.status = status;
    this.id = id;
  }
}

/** Nobody answered: there is no connection, or what lies between has swallowed the request. */
export class NoConnection extends Error {
  constructor() {
    super('no connection');
    this.name = 'NoConnection';
  }
}

export function problemFrom(status: number, body: unknown): ApiProblem {
  const { type, detail } = (typeof body === 'object' && body ? body : {}) as { type?: string; detail?: string };
  return new ApiProblem(type?.replace(/^.*\/problems\//, '') ?? 'internal', status, detail ?? '');
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof ApiProblem && error.code === code;
}
