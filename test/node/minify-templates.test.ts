import assert from 'node:assert/strict';
import {test} from 'node:test';
import {minify} from '../../scripts/minify-templates.ts';

test('css loses comments and whitespace that says nothing', () => {
  assert.equal(
    minify('css`\n  :host > a:hover ,\n  b {\n    /* why */\n    width: calc(1px + 2px);\n  }\n`'),
    'css` :host > a:hover,b{width:calc(1px + 2px)}`',
  );
});

test('css keeps strings, and the spaces around values that are filled in', () => {
  assert.equal(
    minify('css`\n  a {\n    content: "x ;  y";\n    margin: 0 ${m} 1px;\n  }\n`'),
    'css` a{content:"x ;  y";margin:0 ${m} 1px}`',
  );
});

test('html keeps a space where there was a line break, in nested templates too', () => {
  assert.equal(
    minify('html`\n  <p\n    class=x>${html`\n    a  b\n  `}</p>`'),
    'html` <p class=x>${html` a  b `}</p>`',
  );
});

test('text whose whitespace is shown, and other templates, stay as they are', () => {
  const code = 'html`<pre>\n  a\n</pre>`; str`a\n  b`; `a\n  b`';
  assert.equal(minify(code), code);
});
