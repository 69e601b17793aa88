/**
 * The layers of docs/architecture.md, from the bottom up: a folder imports from those that it names, which stand above it
 * here, or sideways inside itself. Every folder with code has its line but test/, bench/ and scripts/, which may know all, and deploy/, whose programs run alone.
 */
const LAYERS = {
  contracts: [[], 'Contracts are the shared language: they may not depend on anyone who speaks it.'],
  domain: [['contracts'], 'Decisions are pure; whoever needs data passes it in.'],
  access: [['domain', 'contracts'], 'Who may see and do what is one table, and knows nobody who asks it.'],
  db: [['domain', 'contracts'], 'SQL lives here and knows the domain it stores, nothing above it.'],
  views: [['access', 'db', 'domain', 'contracts'], 'What somebody may see is the same whoever shows it to them.'],
  settings: [['contracts'], 'What is read from the environment is read before anything else is there.'],
  engine: [
    ['access', 'db', 'domain', 'contracts', 'settings'],
    'The engine drives the pure turn with SQL, and knows nobody who asks it to; its thread admits the kinds it is told of.',
  ],
  files: [['contracts'], 'Tables in, checked rows out; what they mean is decided elsewhere.'],
  notices: [['contracts'], 'A notice is text and a channel; what it says is handed in.'],
  documents: [['contracts'], 'A document is ink on paper; what it says is handed in.'],
  stack: [[], 'The stack starts processes; it does not know what they do.'],
  samples: [['files', 'contracts'], 'The samples are tables like those of any company.'],
  activities: [
    ['engine', 'db', 'notices', 'documents', 'domain', 'contracts'],
    'Side effects meet the database and the channels here.',
  ],
  workflows: [['contracts'], 'Workflow code is replayed for months: contracts and names of activities only.'],
  workers: [
    ['workflows', 'activities', 'engine', 'notices', 'db', 'contracts', 'settings'],
    'A worker puts together what it runs, and decides nothing.',
  ],
  api: [
    ['access', 'views', 'engine', 'db', 'documents', 'files', 'notices', 'contracts', 'domain', 'settings'],
    'A face reads views, prints them and sends commands; settings tell it what it runs with.',
  ],
  web: [
    ['contracts'],
    'A face in the browser: it asks the API, and knows of Rostrum the paths of its pages and the form of what is sent.',
  ],
  demo: [
    ['samples', 'files', 'stack', 'db', 'domain', 'contracts'],
    'The demonstration is people at the other side of the API; it sees of Rostrum what they see.',
  ],
  cli: [
    ['demo', 'activities', 'engine', 'db', 'files', 'domain', 'contracts', 'settings', 'stack'],
    'A face of the terminal: it asks the API, and the database where no API is needed. Nobody builds on it.',
  ],
};

/** The folders of web/src in the same way. Beyond them main.tsx puts the app together. */
const WEB = {
  words: [[], 'The words of both languages say what they say wherever they stand.'],
  format: [
    ['words'],
    'How dates, names and amounts are written follows from the language and the zone of whoever reads.',
  ],
  theme: [[], 'Colours and sizes know nobody who is dressed in them.'],
  api: [[], 'What the API is asked, and its "no"; who asks is not known here.'],
  ui: [['api', 'format', 'theme', 'words'], 'A part of many pages knows none of them: what it shows is handed in.'],
  features: [
    ['ui', 'api', 'format', 'theme', 'words'],
    'A feature stands on what all share; the router alone names it.',
  ],
  app: [['features', 'ui', 'api', 'format', 'theme', 'words'], 'Routes name features, and do nothing else.'],
};

const webLayers = Object.entries(WEB).map(([name, [allowed, why]]) => ({
  name: `web-${name}-imports-downwards`,
  comment: why,
  severity: 'error',
  from: { path: `^web/src/${name}/` },
  to: { path: '^web/src/', pathNot: `^web/src/(${[name, ...allowed].join('|')})/` },
}));

const folders = Object.keys(LAYERS);
const anyOf = (names) => `^(${names.join('|')})/`;

for (const [name, [allowed]] of Object.entries(LAYERS))
  for (const other of allowed)
    if (!folders.slice(0, folders.indexOf(name)).includes(other))
      throw new Error(`${name}/ may not import from ${other}/: it does not stand above it in the table of layers.`);

const layers = Object.entries(LAYERS).map(([name, [allowed, why]]) => ({
  name: `${name}-imports-downwards`,
  comment: why,
  severity: 'error',
  from: { path: anyOf([name]) },
  to: { path: anyOf([...folders, 'web', 'test', 'bench', 'scripts', 'deploy']), pathNot: anyOf([name, ...allowed]) },
}));

module.exports = {
  forbidden: [
    ...layers,
    ...webLayers,
    {
      name: 'a-feature-imports-no-other',
      comment: 'What two features need belongs into ui/, api/ or format/.',
      severity: 'error',
      from: { path: '^web/src/features/([^/]+)/' },
      to: { path: '^web/src/features/', pathNot: '^web/src/features/$1/' },
    },
    {
      name: 'the-browser-is-no-machine',
      comment: 'What runs in a browser has no Node.',
      severity: 'error',
      from: { path: '^web/src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'every-folder-has-a-layer',
      comment: 'A new folder gets its line in the table of layers before anything goes in or out of it.',
      severity: 'error',
      from: { pathNot: [anyOf([...folders, 'test', 'bench', 'scripts', 'deploy']), '^[^/]+$'] },
      to: {},
    },
    {
      name: 'domain-is-pure',
      comment: 'No clock, disk or network in a decision.',
      severity: 'error',
      from: { path: '^domain/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-circular',
      comment: 'A circle has no bottom to read from.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules|docs|\\.rostrum)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
