import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Reply, TestApi } from '../api/harness.ts';

/** Looks whether answers are as the description of the API says, to the last field. */
export class Described {
  readonly #ajv = new Ajv2020({ strict: false, validateFormats: false });
  readonly #paths: readonly { readonly path: string; readonly matches: RegExp }[];
  readonly #known = new Map<string, ValidateFunction>();

  constructor({ app }: Pick<TestApi, 'app'>) {
    const document = app.swagger() as unknown as { paths: Record<string, object> };
    this.#ajv.addSchema(document, 'api');
    this.#paths = Object.keys(document.paths).map((path) => {
      return { path, matches: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`) };
    });
  }

  /** What of an answer to GET is not described, in words; null: it is as it should be, or no JSON of a path. */
  faultOf(url: string, { status, json }: Pick<Reply, 'status' | 'json'>): string | null {
    const [where] = url.split('?');
    const path = this.#paths.find(({ matches }) => matches.test(where!))?.path;
    if (status !== 200 || json === undefined || path === undefined) return null;
    const validate = this.#schemaOf(path);
    return validate(json) ? null : `GET ${path}: ${this.#ajv.errorsText(validate.errors)}`;
  }

  #schemaOf(path: string): ValidateFunction {
    const known = this.#known.get(path);
    if (known) return known;
    const place = ['paths', path, 'get', 'responses', '200', 'content', 'application/json', 'schema'];
    const pointer = place.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    const made = this.#ajv.compile({ $ref: `api#/${pointer}` });
    this.#known.set(path, made);
    return made;
  }
}
