import type { Known } from './stage.ts';

/** What of a request is named by an id of what there is, by where it stands; else they are ids of nothing. */
const NAMED: Readonly<Record<string, keyof Known>> = {
  'path.stream': 'streams',
  'path.task': 'tasks',
  'path.code': 'applications',
  'query.owner': 'streams',
  'query.stream': 'streams',
  'query.cycle': 'cycles',
  'query.application': 'applications',
  'query.against': 'applications',
  'query.person': 'people',
  'query.assignee': 'people',
  'query.department': 'departments',
  'body.person': 'people',
  'body.people': 'people',
  'body.to': 'people',
  'body.task': 'tasks',
  'body.department': 'departments',
  'body.element': 'elements',
  'body.course': 'courses',
  'body.application': 'applications',
};

/** What the parameter `id` is, by the beginning of the path. */
const ID: Readonly<Record<string, keyof Known>> = {
  rounds: 'rounds',
  selections: 'selections',
  cycles: 'cycles',
  offerings: 'offerings',
  files: 'files',
  documents: 'documents',
};

/** So many of the ids are of something that there is. */
const PROBABILITY = 0.8;
/** So many of all other texts are ids of something. */
const ELSEWHERE = 0.1;

const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
  'response_headers_conformance',
];

/**
 * The settings of one run, as schemathesis reads them (TOML). Whether what breaks the description is refused is not
 * asked: texts of people are cleaned rather than refused, numbers in a query are read from texts, and a
 * refusal of somebody who may not ask comes before anybody looks at the form.
 * @param examples how many requests for each operation the fuzzing makes at the most
 */
export function settingsOf(known: Known, person: string, seed: number, examples: number): string {
  const dictionaries = { ...known, anything: Object.values(known).flat() };
  const there = Object.entries(dictionaries).filter(([, values]) => values.length > 0);
  const names = new Set(there.map(([name]) => name));
  const bound = (places: Readonly<Record<string, string>>) =>
    `{ ${Object.entries(places)
      .filter(([, name]) => names.has(name))
      .map(([place, name]) => `"${place}" = { dictionary = "${name}", probability = ${PROBABILITY} }`)
      .join(', ')} }`;
  return [
    `seed = ${seed}`,
    'continue-on-failure = true',
    'cache = { enabled = false }',
    `headers = { Authorization = "Bearer dev:${person}" }`,
    `parameters = ${bound(NAMED)}`,
    ...there.map(([name, values]) => `dictionaries.${name} = { values = ${JSON.stringify([...new Set(values)])} }`),
    '[generation]',
    `max-examples = ${examples}`,
    'no-shrink = true',
    'database = "none"',
    `dictionaries.string = { dictionary = "anything", probability = ${ELSEWHERE} }`,
    '[checks]',
    'enabled = false',
    ...CHECKS.map((check) => `${check}.enabled = true`),
    '[phases]',
    'examples.enabled = false',
    'stateful.enabled = false',
    // It stays open.
    '[[operations]]',
    'include-path = "/api/events"',
    'enabled = false',
    ...Object.entries(ID).flatMap(([path, name]) => [
      '[[operations]]',
      `include-path-regex = "^/api/${path}/\\\\{id\\\\}"`,
      `parameters = ${bound({ 'path.id': name })}`,
    ]),
    '',
  ].join('\n');
}
