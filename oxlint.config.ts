import {defineConfig, type OxlintOverride} from 'oxlint';

type Pattern = {group?: string[]; regex?: string; message: string};

const RAW_MARKUP: Pattern = {
  regex: '^lit(-html)?/directives/(unsafe-|style-map)',
  message: 'Lit bindings only: raw markup is an attack, and styleMap breaks a strict CSP on first render.',
};
const MOCKS: Pattern = {
  regex: '(^|/)(mocks|test|stories|demo|scripts)/',
  message: 'The library stands alone.',
};
const HTTP: Pattern = {
  group: ['ky', 'ky/*', 'zod', 'zod/*'],
  message: 'Only src/portal speaks HTTP and knows schemas.',
};
const FULL_ZOD: Pattern = {
  group: ['zod', 'zod/*', '!zod/mini'],
  message: "Write `import * as z from 'zod/mini'`: anything else costs a consumer ten times the bytes.",
};
const LIT: Pattern = {
  group: ['lit', 'lit/**', 'lit-html', '@lit/**'],
  message: 'This room has no DOM and no Lit.',
};

/** Forbids imports from other rooms of src, as seen from within one. */
const rooms = (names: string, message: string): Pattern => ({
  regex: `^(\\.\\./)+(${names})(/|\\.ts$)`,
  message,
});

/** What a room may not import. An override replaces the whole rule, hence the common bans in each. */
const room = (files: string, ...patterns: Pattern[]): OxlintOverride => ({
  files: [files],
  rules: {'no-restricted-imports': ['error', {patterns: [RAW_MARKUP, MOCKS, ...patterns]}]},
});

export default defineConfig({
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'promise'],
  jsPlugins: ['eslint-plugin-lit', 'eslint-plugin-wc'],
  options: {typeAware: true, reportUnusedDisableDirectives: 'error'},
  categories: {correctness: 'error'},
  env: {builtin: true, browser: true, es2024: true},
  settings: {
    wc: {elementBaseClasses: ['LitElement', 'PortalElement']},
    lit: {elementBaseClasses: ['LitElement', 'PortalElement']},
  },
  ignorePatterns: [
    'node_modules/**',
    'dist/**',
    'dist-demo/**',
    'storybook-static/**',
    'coverage/**',
    'public/mockServiceWorker.js',
    'src/locales/generated/**',
  ],
  rules: {
    eqeqeq: ['error', 'always', {null: 'ignore'}],
    'no-eval': 'error',
    'no-implied-eval': 'error',
    'no-script-url': 'error',
    'no-var': 'error',
    // A controller lives by being made: a field that holds one need not be read.
    'no-unused-private-class-members': 'off',
    'prefer-const': 'error',
    'no-restricted-properties': [
      'error',
      ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'createContextualFragment'].map(
        (property) => ({property, message: 'Text reaches the page through Lit bindings only.'}),
      ),
    ],
    'no-restricted-imports': ['error', {patterns: [RAW_MARKUP]}],
    'import/no-cycle': 'error',
    'import/no-self-import': 'error',
    'import/no-duplicates': 'error',
    // A handler in a Lit template is bound by Lit.
    'typescript/unbound-method': 'off',
    'typescript/no-explicit-any': 'error',
    // The runner of node:test waits for its tests by itself.
    'typescript/no-floating-promises': [
      'error',
      {allowForKnownSafeCalls: [{from: 'package', name: ['test', 'it', 'describe'], package: 'node:test'}]},
    ],
    'typescript/no-misused-promises': ['error', {checksVoidReturn: {arguments: false, attributes: false}}],
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-unnecessary-type-assertion': 'error',
    'typescript/only-throw-error': 'error',
    'typescript/consistent-type-imports': ['error', {fixStyle: 'inline-type-imports'}],
    'typescript/switch-exhaustiveness-check': ['error', {considerDefaultExhaustiveForUnions: true}],
    'typescript/ban-ts-comment': 'error',
    'lit/attribute-value-entities': 'error',
    'lit/ban-attributes': ['error', 'style'],
    'lit/binding-positions': 'error',
    'lit/lifecycle-super': 'error',
    'lit/no-duplicate-template-bindings': 'error',
    'lit/no-invalid-escape-sequences': 'error',
    'lit/no-invalid-html': 'error',
    'lit/no-legacy-imports': 'error',
    'lit/no-legacy-template-syntax': 'error',
    'lit/no-native-attributes': 'error',
    'lit/no-private-properties': 'error',
    'lit/no-property-change-update': 'error',
    'lit/no-this-assign-in-render': 'error',
    'lit/no-useless-template-literals': 'error',
    'lit/no-value-attribute': 'error',
    'lit/prefer-nothing': 'error',
    'lit/prefer-static-styles': 'error',
    'lit/quoted-expressions': ['error', 'never'],
    'lit/value-after-constraints': 'error',
    'wc/attach-shadow-constructor': 'error',
    'wc/no-child-traversal-in-attributechangedcallback': 'error',
    'wc/no-child-traversal-in-connectedcallback': 'error',
    'wc/no-closed-shadow-root': 'error',
    'wc/no-constructor-attributes': 'error',
    'wc/no-constructor-params': 'error',
    'wc/no-customized-built-in-elements': 'error',
    'wc/no-invalid-element-name': 'error',
    'wc/no-self-class': 'error',
    'wc/no-typos': 'error',
    'wc/require-listener-teardown': 'error',
  },
  overrides: [
    {files: ['src/**'], rules: {'no-console': ['error', {allow: ['warn', 'error']}]}},
    {
      // Configuration in JavaScript, of tools that take nothing else, has no types.
      files: ['**/*.js'],
      rules: {
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-call': 'off',
        'typescript/no-unsafe-member-access': 'off',
        'typescript/no-unsafe-return': 'off',
      },
    },
    {
      // Hostile text is data here.
      files: ['mocks/**', 'test/**', 'stories/**'],
      rules: {'no-script-url': 'off'},
    },
    {
      // `expect(…).to.be.true` is a whole statement, and a test may read markup.
      files: ['test/**'],
      rules: {'no-unused-expressions': 'off', 'no-restricted-properties': 'off'},
    },
    room('src/*.ts', HTTP),
    room('src/widgets/**', HTTP),
    room(
      'src/ui/**',
      HTTP,
      rooms('widgets|orders|partners|index|define', 'ui knows no document type and no widget.'),
    ),
    room(
      'src/orders/**',
      HTTP,
      LIT,
      rooms(
        'widgets|ui|partners|locales/localize|index|define',
        'orders is what an order is, without a page.',
      ),
    ),
    {
      files: ['src/orders/**', 'src/partners/**'],
      rules: {
        'no-restricted-globals': [
          'error',
          'document',
          'window',
          'customElements',
          'HTMLElement',
          'Element',
          'Node',
        ],
      },
    },
    room(
      'src/partners/**',
      HTTP,
      LIT,
      rooms('widgets|ui|orders|locales/localize|index|define', 'partners is who is invited, without a page.'),
    ),
    room(
      'src/locales/**',
      HTTP,
      rooms('widgets|ui|orders|partners|index|define', 'locales serves the others.'),
    ),
    room(
      'src/portal/**',
      FULL_ZOD,
      rooms('widgets|ui|orders|partners|locales|index|define', 'portal imports none of ours.'),
    ),
    {
      files: ['mocks/**'],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              {
                // The linter's expressions know no lookahead.
                regex: '(^|/)src/([^p]|portal/[^c]|[^/]+$)|^partner-portal-widgets',
                message: 'The mock portal knows the contract and nothing else of src.',
              },
              FULL_ZOD,
            ],
          },
        ],
      },
    },
  ],
});
