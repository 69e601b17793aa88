/** The layers of docs/architecture.md: an import may only go down, or sideways inside a layer's own folder. */
const layer = (name, allowed, why) => ({
  name: `${name}-imports-downwards`,
  comment: why,
  severity: 'error',
  from: { path: `^${name}/` },
  to: {
    path: '^(cli|web|api|workers|engine|workflows|activities|notices|documents|db|domain|contracts|stack|demo|files|samples|settings|bench|test)/',
    pathNot: `^(${[name, ...allowed].join('|')})/`,
  },
});
module.exports = {
  forbidden: [
    layer('contracts', [], 'Contracts are the shared language: they may not depend on anyone who speaks it.'),
    layer('domain', ['contracts'], 'Decisions are pure; whoever needs data passes it in.'),
    layer('db', ['domain', 'contracts'], 'SQL lives here and knows the domain it stores, nothing above it.'),
    layer('files', ['contracts'], 'Tables in, checked rows out; what they mean is decided elsewhere.'),
    layer('notices', ['contracts', 'domain'], 'A notice is text and a channel; what it says is handed in.'),
    layer('documents', ['contracts'], 'A document is ink on paper; what it says is handed in.'),
    layer(
      'activities',
      ['engine', 'db', 'notices', 'documents', 'domain', 'contracts'],
      'Side effects meet the database and the channels here.',
    ),
    layer(
      'engine',
      ['db', 'domain', 'contracts'],
      'The engine drives the pure turn with SQL, and knows nobody who asks it to.',
    ),
    layer('stack', ['contracts'], 'The stack starts processes; it does not know what they do.'),
    layer(
      'api',
      ['engine', 'db', 'documents', 'files', 'notices', 'contracts', 'domain', 'settings'],
      'A face reads views, prints them and sends commands; settings tell it what it runs with.',
    ),
    {
      name: 'workflows-stay-thin',
      comment: 'Workflow code is replayed for months: contracts and types of activities only.',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: '^(cli|web|api|workers|engine|notices|db|domain|stack)/' },
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
    {
      name: 'no-test-in-product',
      comment: 'The product runs without its tests.',
      severity: 'error',
      from: { pathNot: '^(test|bench)/' },
      to: { path: '^(test|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules|\\.rostrum)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
