/** What may import what (docs/architecture.md). */
const domains = [
  'audit',
  'mail',
  'identity',
  'companies',
  'contacts',
  'interactions',
  'search',
  'imports',
  'exports',
  'webhooks',
  'ownership',
  'permissions',
  'templates',
  'messages',
  'mailings',
  'preferences',
  'inbound',
  'retention',
  'erasure',
  'requests',
  'breaches',
  'my-data',
];

/** A domain may use the front doors of these, and of no other. */
const allowed = {
  audit: [],
  mail: ['audit'],
  identity: ['audit', 'mail'],
  search: ['audit', 'identity'],
  permissions: ['audit', 'mail', 'identity'],
  retention: ['audit', 'mail', 'identity', 'permissions'],
  companies: ['audit', 'mail', 'identity', 'search'],
  contacts: ['audit', 'mail', 'identity', 'search', 'companies', 'permissions', 'retention'],
  interactions: ['audit', 'mail', 'identity', 'search', 'companies', 'contacts', 'permissions', 'retention'],
  imports: [
    'audit',
    'mail',
    'identity',
    'search',
    'companies',
    'contacts',
    'interactions',
    'permissions',
    'retention',
  ],
  webhooks: ['audit', 'mail'],
  exports: ['audit', 'identity', 'companies', 'contacts', 'permissions', 'retention'],
  ownership: ['audit', 'identity', 'companies', 'contacts'],
  templates: ['audit', 'identity', 'permissions'],
  messages: [
    'audit',
    'mail',
    'identity',
    'permissions',
    'retention',
    'templates',
    'contacts',
    'interactions',
  ],
  mailings: ['audit', 'mail', 'identity', 'permissions', 'templates', 'messages', 'companies', 'contacts'],
  preferences: ['audit', 'mail', 'identity', 'permissions'],
  inbound: ['audit', 'mail', 'identity', 'permissions', 'messages'],
  erasure: [
    ...['audit', 'mail', 'identity', 'permissions', 'retention', 'companies', 'contacts', 'interactions'],
    ...['imports', 'exports', 'messages', 'mailings', 'search'],
  ],
  breaches: ['audit', 'mail', 'identity'],
  'my-data': ['audit', 'mail', 'identity', 'permissions', 'preferences', 'requests', 'retention'],
  requests: [
    ...['audit', 'mail', 'identity', 'permissions', 'retention', 'search', 'contacts', 'erasure', 'inbound'],
  ],
};

const inLib = (names) => `^libs/(${names.join('|')})/`;
const tests = '(\\.|-)spec\\.tsx?$';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'kernel-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^libs/kernel/' },
      to: { path: '^(libs/(?!kernel/)|apps|migrations)' },
    },
    {
      name: 'kernel-knows-no-framework',
      severity: 'error',
      from: { path: '^libs/kernel/' },
      to: { path: 'node_modules/(@nestjs|typeorm|express|pg)/' },
    },
    {
      name: 'platform-imports-kernel-only',
      severity: 'error',
      from: { path: '^libs/platform/', pathNot: tests },
      to: { path: '^(libs/(?!platform/|kernel/)|apps|migrations)' },
    },
    {
      name: 'mentions-imports-kernel-only',
      severity: 'error',
      from: { path: '^libs/mentions/', pathNot: tests },
      to: { path: '^(libs/(?!mentions/|kernel/)|apps|migrations)' },
    },
    {
      name: 'pages-import-kernel-only',
      severity: 'error',
      from: { path: '^libs/pages/', pathNot: tests },
      to: { path: '^(libs/(?!pages/|kernel/)|apps|migrations)' },
    },
    ...domains.map((domain) => ({
      name: `${domain}-imports-in-the-allowed-direction`,
      severity: 'error',
      from: { path: `^libs/${domain}/`, pathNot: tests },
      to: { path: inLib(domains.filter((other) => other !== domain && !allowed[domain].includes(other))) },
    })),
    {
      name: 'domains-are-entered-by-the-front-door',
      severity: 'error',
      from: { path: '^(libs|apps)/([^/]+)/', pathNot: tests },
      to: {
        path: inLib([...domains, 'kernel', 'platform', 'personal-data', 'mentions', 'pages']),
        pathNot: ['^libs/$2/', '^libs/[^/]+/src/index\\.ts$'],
      },
    },
    {
      name: 'entities-import-typeorm-kernel-and-siblings',
      severity: 'error',
      from: { path: '\\.entity\\.ts$' },
      to: {
        pathNot: ['node_modules/typeorm/', '^libs/kernel/', '\\.entity\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'libs-know-no-app',
      severity: 'error',
      from: { path: '^libs/', pathNot: ['^libs/testing/', tests] },
      to: { path: '^(apps|libs/testing)/' },
    },
    {
      name: 'web-knows-only-its-client',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(libs|apps/(api|worker)|migrations)/' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.css$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^apps/web/dist'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.d.ts'],
    },
    moduleSystems: ['es6', 'cjs'],
  },
};
