import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {test} from 'node:test';
import {promisify} from 'node:util';
import {browserFlags, findBrowser, launchBrowser, thisMachine, type Machine} from '../../scripts/browser.ts';

interface FakeMachine extends Machine {
  files: Set<string>;
  ran: string[];
  said: string[];
}

/** A computer that has the commands given and nothing else; each does what its function does and prints what it returns. */
function machine(
  parts: Partial<Machine>,
  commands: Record<string, (args: readonly string[], it: FakeMachine) => string | Error> = {},
): FakeMachine {
  const it: FakeMachine = {
    platform: 'linux',
    arch: 'x64',
    env: {PATH: '/usr/local/bin:/usr/bin'},
    root: true,
    files: new Set(),
    ran: [],
    said: [],
    exists: (file) => it.files.has(file),
    run: async (command, args) => {
      if (command === 'sudo' && commands.sudo === undefined) return {code: 127, output: ''};
      const words = [command, ...args].filter(
        (word) => !['sudo', '-n', 'env'].includes(word) && !/^[A-Z_]+=/.test(word),
      );
      it.ran.push(words.join(' '));
      const [name = '', ...rest] = words;
      if (name === 'true') return {code: 0, output: ''};
      if (it.files.has(name)) return {code: name.includes('stub') ? 1 : 0, output: ''};
      const result = commands[name]?.(rest, it);
      if (result === undefined) return {code: 127, output: ''};
      return result instanceof Error ? {code: 1, output: result.message} : {code: 0, output: result};
    },
    download: async () => {
      throw new Error('closed network');
    },
    launcherPaths: () => [],
    say: (line) => it.said.push(line),
    ...parts,
  };
  return it;
}

const installs = (file: string) => (args: readonly string[], it: FakeMachine) => {
  if (args.includes('install') || args.includes('add')) it.files.add(file);
  return '';
};

test('CHROME_PATH comes before everything that is installed', async () => {
  const it = machine({env: {PATH: '/usr/bin', CHROME_PATH: '/own/chrome'}});
  it.files.add('/own/chrome').add('/usr/bin/chromium');
  assert.equal(await findBrowser(it), '/own/chrome');
});

test('a CHROME_PATH that does not exist is an error, not a reason to take another browser', async () => {
  const it = machine({env: {PATH: '/usr/bin', CHROME_PATH: '/gone/chrome'}});
  it.files.add('/usr/bin/chromium');
  await assert.rejects(findBrowser(it), /CHROME_PATH is set to \/gone\/chrome, which does not exist\./);
});

for (const [platform, env, file] of [
  ['linux', {PATH: '/usr/bin'}, '/usr/bin/google-chrome'],
  ['linux', {PATH: '/usr/bin'}, '/usr/bin/chromium'],
  ['linux', {PATH: '/usr/bin'}, '/usr/bin/microsoft-edge'],
  ['linux', {PATH: '/usr/bin'}, '/snap/bin/chromium'],
  ['darwin', {HOME: '/Users/kim'}, '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  ['darwin', {HOME: '/Users/kim'}, '/Users/kim/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  [
    'win32',
    {PROGRAMFILES: 'C:\\Program Files'},
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  ['win32', {'PROGRAMFILES(X86)': 'C:\\x86'}, 'C:\\x86\\Microsoft\\Edge\\Application\\msedge.exe'],
] as const) {
  test(`${platform}: ${file} is found and nothing is installed`, async () => {
    const it = machine({platform, env});
    it.files.add(file);
    assert.equal(await findBrowser(it), file);
    assert.deepEqual(it.said, []);
  });
}

test('what chrome-launcher finds counts, but not the Chrome of Windows under WSL', async () => {
  const it = machine({launcherPaths: () => ['/mnt/c/chrome.exe', '/home/kim/chrome-wrapper']});
  it.files.add('/mnt/c/chrome.exe').add('/home/kim/chrome-wrapper');
  assert.equal(await findBrowser(it), '/home/kim/chrome-wrapper');
});

test('Debian as root: the system package with a font, said in one line', async () => {
  const it = machine(
    {},
    {
      'apt-get': installs('/usr/bin/chromium'),
      'apt-cache': () => 'Package: chromium\nDescription: web browser',
    },
  );
  assert.equal(await findBrowser(it), '/usr/bin/chromium');
  assert.equal(it.said.length, 1);
  assert.match(it.said[0] ?? '', /installing one with apt-get/);
  const apt = it.ran.filter((line) => line.startsWith('apt-get -qq'));
  assert.match(apt[0] ?? '', / update$/);
  assert.match(apt[1] ?? '', / install .*chromium fonts-liberation$/);
});

test('Debian as a member without a password for sudo: the same through sudo -n', async () => {
  const it = machine(
    {root: false},
    {
      sudo: () => '',
      'apt-get': installs('/usr/bin/chromium'),
      'apt-cache': () => 'Package: chromium\nDescription: web browser',
    },
  );
  assert.equal(await findBrowser(it), '/usr/bin/chromium');
});

test('Debian without root and without sudo: one sentence', async () => {
  const it = machine({root: false}, {'apt-get': installs('/usr/bin/chromium')});
  await assert.rejects(findBrowser(it), {
    message:
      'No browser was found to run the tests in (installing one needs root, and sudo asks for a password or is missing). ' +
      'Install Chrome, Chromium or Edge, or set CHROME_PATH to one, and run the command again.',
  });
  assert.deepEqual(it.said, []);
});

test('Ubuntu with a snap stub under the browser’s name: the stub is passed over, the snap installed', async () => {
  const it = machine(
    {env: {PATH: '/stub:/usr/bin'}},
    {
      'apt-get': () => '',
      'apt-cache': (args) =>
        args.includes('chromium')
          ? 'Package: chromium\nDescription: Transitional package - chromium -> chromium snap'
          : new Error('No packages found'),
      snap: installs('/snap/bin/chromium'),
    },
  );
  it.files.add('/stub/chromium').add('/run/systemd/system');
  assert.equal(await findBrowser(it), '/snap/bin/chromium');
});

test('Ubuntu in a container: Google’s own package where it can be reached', async () => {
  const commands = {
    'apt-get': (args: readonly string[], it: FakeMachine) => {
      if (args.some((word) => word.endsWith('.deb'))) it.files.add('/usr/bin/google-chrome-stable');
      return '';
    },
    'apt-cache': () => new Error('No packages found'),
  };
  const open = machine({download: async (_url, name) => `/tmp/none/${name}`}, commands);
  assert.equal(await findBrowser(open), '/usr/bin/google-chrome-stable');
  const closed = machine({}, commands);
  await assert.rejects(findBrowser(closed), /dl\.google\.com could not be reached.*set CHROME_PATH to one/);
});

for (const [system, parts, commands, expected] of [
  ['Fedora', {}, {dnf: installs('/usr/bin/chromium-browser')}, '/usr/bin/chromium-browser'],
  ['Alpine', {}, {apk: installs('/usr/bin/chromium')}, '/usr/bin/chromium'],
  [
    'macOS',
    {platform: 'darwin', root: false},
    {brew: installs('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')},
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  [
    'Windows',
    {platform: 'win32', root: false, env: {PROGRAMFILES: 'C:\\Program Files'}},
    {winget: installs('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe')},
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
] as const) {
  test(`${system}: its own package manager installs one`, async () => {
    const it = machine(parts, commands);
    assert.equal(await findBrowser(it), expected);
    assert.equal(it.said.length, 1);
  });
}

test('a package manager that fails: its last line is in the sentence', async () => {
  const it = machine(
    {},
    {dnf: (args) => (args[0] === '--version' ? '' : new Error('downloading\nNo space left'))},
  );
  await assert.rejects(findBrowser(it), /No browser .*\(dnf failed: No space left\)\. Install Chrome/);
});

test('a system without a known package manager: one sentence', async () => {
  await assert.rejects(
    findBrowser(machine({})),
    /none of apt-get, dnf and apk .* Install Chrome, Chromium or Edge/,
  );
});

test('the sandbox is given up where it cannot work, and only there', async () => {
  assert.ok((await browserFlags(machine({root: true}))).includes('--no-sandbox'));
  assert.ok((await browserFlags(machine({root: false}))).includes('--no-sandbox'));
  assert.ok(!(await browserFlags(machine({root: false}, {unshare: () => ''}))).includes('--no-sandbox'));
  assert.ok(!(await browserFlags(machine({root: false, platform: 'darwin'}))).includes('--no-sandbox'));
});

if (process.platform === 'linux') {
  test('the script itself, with the browser hidden, runs apt-get and prints what it installed', async (t) => {
    const bin = mkdtempSync(path.join(tmpdir(), 'browser-'));
    t.after(() => rmSync(bin, {recursive: true}));
    const script = (name: string, text: string) => {
      writeFileSync(path.join(bin, name), `#!/bin/sh\n${text}\n`);
      chmodSync(path.join(bin, name), 0o755);
    };
    for (const tool of ['sh', 'env', 'cp', 'chmod']) {
      const file = ['/usr/bin', '/bin'].map((folder) => `${folder}/${tool}`).find(existsSync);
      assert.ok(file, `${tool} is needed to run this test`);
      symlinkSync(file, path.join(bin, tool));
    }
    script(
      'apt-get',
      `echo "$@" >> ${bin}/log; case "$*" in *install*) cp ${bin}/browser ${bin}/chromium;; esac`,
    );
    script('apt-cache', 'echo "Package: chromium"');
    script('sudo', 'shift; exec "$@"');
    script('browser', 'echo Chromium 1.2.3');

    const file = path.resolve(import.meta.dirname, '../../scripts/browser.ts');
    const {stdout, stderr} = await promisify(execFile)(process.execPath, [file], {
      env: {...process.env, PATH: bin, HOME: bin, CHROME_PATH: ''},
    });
    assert.equal(stdout, `${bin}/chromium\n`);
    assert.equal(
      stderr,
      'No browser is installed: installing one with apt-get, which takes a minute or two.\n',
    );
    assert.match(
      readFileSync(path.join(bin, 'log'), 'utf8'),
      /update\n.*install .*chromium fonts-liberation\n$/,
    );
  });
}

test('the browser of this computer starts and draws text', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent('<span>Purchase order</span>');
    const width = await page.$eval('span', (span) => span.getBoundingClientRect().width);
    assert.ok(width > 50, `"Purchase order" is ${width} px wide: is there a font?`);
    assert.ok(thisMachine().exists(await findBrowser()));
  } finally {
    await browser.close();
  }
});
