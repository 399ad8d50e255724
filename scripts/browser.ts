import {execFile} from 'node:child_process';
import {existsSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {Launcher} from 'chrome-launcher';
import puppeteer, {type Browser, type LaunchOptions} from 'puppeteer-core';

/** What a command did: its exit code (127 where it could not be started) and all that it printed. */
export interface CommandResult {
  code: number;
  output: string;
}

/** The parts of a computer that finding a browser depends on, so that a test can stand in for other computers. */
export interface Machine {
  platform: NodeJS.Platform;
  arch: string;
  env: Record<string, string | undefined>;
  root: boolean;
  exists(file: string): boolean;
  run(command: string, args: readonly string[]): Promise<CommandResult>;
  /** Saves what an address answers with in a temporary file and returns its name. */
  download(url: string, name: string): Promise<string>;
  /** Chrome and Chromium as chrome-launcher finds them. */
  launcherPaths(): string[];
  say(line: string): void;
}

const names = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const whatToDo = 'Install Chrome, Chromium or Edge, or set CHROME_PATH to one, and run the command again.';

/** This computer. */
export function thisMachine(): Machine {
  return {
    platform: process.platform,
    arch: process.arch,
    env: process.env,
    root: process.getuid?.() === 0,
    exists: existsSync,
    run,
    download,
    launcherPaths() {
      try {
        return Launcher.getInstallations();
      } catch {
        return []; // it throws where it finds none
      }
    },
    say: (line) => console.error(line),
  };
}

/**
 * The path of a Chromium-based browser: `CHROME_PATH`, else an installed Chrome, Chromium or Edge, else one that is
 * installed now by the system's own package manager. Throws one sentence that says what to install where all fails.
 */
export async function findBrowser(machine: Machine = thisMachine()): Promise<string> {
  const chosen = machine.env.CHROME_PATH;
  if (chosen) {
    if (!machine.exists(chosen)) throw new Error(`CHROME_PATH is set to ${chosen}, which does not exist.`);
    return chosen;
  }
  const installed = await findInstalled(machine);
  if (installed) return installed;
  const failure = await install(machine);
  const found = failure === undefined ? await findInstalled(machine) : undefined;
  if (found) return found;
  throw new Error(`No browser was found to run the tests in${failure ? ` (${failure})` : ''}. ${whatToDo}`);
}

async function findInstalled(machine: Machine): Promise<string | undefined> {
  for (const file of candidates(machine)) {
    if (!machine.exists(file)) continue;
    // Ubuntu's package leaves a script under a browser's name that only says that the browser comes as a snap.
    if (machine.platform === 'linux' && (await machine.run(file, ['--version'])).code !== 0) continue;
    return file;
  }
  return undefined;
}

function candidates(machine: Machine): string[] {
  const {env, platform} = machine;
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    );
    const below = ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge'];
    return [
      ...machine.launcherPaths(),
      ...below.flatMap((folder) =>
        roots.map((root) => `${root}\\${folder}\\Application\\${executableOf(folder)}`),
      ),
    ];
  }
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const folders = ['/Applications', `${env.HOME ?? ''}/Applications`];
    return [
      ...folders.flatMap((folder) => apps.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`)),
      ...machine.launcherPaths(),
    ];
  }
  const folders = (env.PATH ?? '').split(':').filter(Boolean);
  return [
    ...names.flatMap((name) => folders.map((folder) => path.posix.join(folder, name))),
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/snap/bin/chromium',
    // Under WSL it names Windows' own Chrome, which cannot be driven from here.
    ...machine.launcherPaths().filter((file) => !file.startsWith('/mnt/')),
  ];
}

function executableOf(folder: string): string {
  return folder.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe';
}

/** Installs a browser. Returns why that failed, or undefined. */
async function install(machine: Machine): Promise<string | undefined> {
  if (machine.platform === 'win32') {
    const agreed = ['--accept-package-agreements', '--accept-source-agreements', '--disable-interactivity'];
    announce(machine, 'winget');
    const command = ['winget', 'install', '--exact', '--id', 'Google.Chrome', '--silent', ...agreed];
    return attempt(machine, 'winget', command);
  }
  if (machine.platform === 'darwin') {
    announce(machine, 'Homebrew');
    return attempt(machine, 'Homebrew', ['brew', 'install', '--quiet', '--cask', 'google-chrome']);
  }
  if (machine.platform !== 'linux') return `there is no known way to install one on ${machine.platform}`;

  const asRoot = await becomeRoot(machine);
  if (!asRoot) return 'installing one needs root, and sudo asks for a password or is missing';
  // A bare server has no fonts, and without any a page lays out without its text.
  if (await isThere(machine, 'apt-get')) return installByApt(machine, asRoot);
  if (await isThere(machine, 'dnf')) {
    announce(machine, 'dnf');
    const command = [...asRoot, 'dnf', 'install', '--assumeyes', '--quiet', 'chromium', 'liberation-fonts'];
    return attempt(machine, 'dnf', command);
  }
  if (await isThere(machine, 'apk')) {
    announce(machine, 'apk');
    return attempt(machine, 'apk', [...asRoot, 'apk', 'add', '--quiet', 'chromium', 'font-liberation']);
  }
  return 'none of apt-get, dnf and apk is there to install one';
}

async function installByApt(machine: Machine, asRoot: string[]): Promise<string | undefined> {
  announce(machine, 'apt-get');
  const apt = [
    ...asRoot,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-qq',
    '-o',
    'DPkg::Lock::Timeout=300',
  ];
  const install = [...apt, 'install', '--yes', '--no-install-recommends'];
  // Lists that cannot be refreshed may still be good enough: the installation itself tells.
  await machine.run(...split([...apt, 'update']));

  for (const name of ['chromium', 'google-chrome-stable', 'microsoft-edge-stable']) {
    if (!(await isRealPackage(machine, name))) continue;
    return attempt(machine, 'apt-get', [...install, name, 'fonts-liberation']);
  }
  const failures: string[] = [];
  if (machine.exists('/run/systemd/system') && (await isThere(machine, 'snap'))) {
    const failure = await attempt(machine, 'snap', [...asRoot, 'snap', 'install', 'chromium']);
    if (failure === undefined) return undefined;
    failures.push(failure);
  }
  if (machine.arch === 'x64') {
    // Ubuntu has its Chromium as a snap alone, and snaps do not run in a container.
    const name = 'google-chrome-stable_current_amd64.deb';
    const file = await machine
      .download(`https://dl.google.com/linux/direct/${name}`, name)
      .catch(() => undefined);
    if (file !== undefined) {
      const failure = await attempt(machine, 'apt-get', [...install, file, 'fonts-liberation']);
      rmSync(file, {force: true});
      if (failure === undefined) return undefined;
      failures.push(failure);
    } else {
      failures.push('dl.google.com could not be reached');
    }
  }
  return ['the package system has no browser', ...failures].join('; ');
}

/** Whether apt has a package of this name that holds a browser, not just a hint at a snap. */
async function isRealPackage(machine: Machine, name: string): Promise<boolean> {
  const {code, output} = await machine.run('apt-cache', ['show', '--no-all-versions', name]);
  return code === 0 && output.includes(`Package: ${name}`) && !/\bsnap\b/i.test(output);
}

async function becomeRoot(machine: Machine): Promise<string[] | undefined> {
  if (machine.root) return [];
  return (await machine.run('sudo', ['-n', 'true'])).code === 0 ? ['sudo', '-n'] : undefined;
}

async function isThere(machine: Machine, command: string): Promise<boolean> {
  return (await machine.run(command, ['--version'])).code === 0;
}

function announce(machine: Machine, how: string): void {
  machine.say(`No browser is installed: installing one with ${how}, which takes a minute or two.`);
}

/** Runs a command. Returns why it failed, or undefined. */
async function attempt(machine: Machine, how: string, command: string[]): Promise<string | undefined> {
  const {code, output} = await machine.run(...split(command));
  return code === 0 ? undefined : `${how} failed: ${lastLine(output) || `exit code ${code}`}`;
}

function split(command: string[]): [command: string, args: string[]] {
  const [first = '', ...rest] = command;
  return [first, rest];
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}

function run(command: string, args: readonly string[]): Promise<CommandResult> {
  return new Promise((resolve) => {
    const options = {timeout: 10 * 60_000, maxBuffer: 64 * 1024 * 1024, windowsHide: true};
    execFile(command, [...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 127;
      resolve({code, output: stdout + stderr});
    });
  });
}

async function download(url: string, name: string): Promise<string> {
  const response = await fetch(url, {signal: AbortSignal.timeout(3 * 60_000)});
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const file = path.join(tmpdir(), name);
  writeFileSync(file, new Uint8Array(await response.arrayBuffer()));
  return file;
}

/** Flags for every browser that the project starts: quiet on closed networks, able to start in a container. */
export async function browserFlags(machine: Machine = thisMachine()): Promise<string[]> {
  return [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
    // A container's /dev/shm is 64 MB.
    '--disable-dev-shm-usage',
    // The pages are our own; Chromium's sandbox refuses root and needs user namespaces.
    ...((await canSandbox(machine)) ? [] : ['--no-sandbox']),
  ];
}

async function canSandbox(machine: Machine): Promise<boolean> {
  if (machine.platform !== 'linux') return true;
  if (machine.root) return false;
  return (await machine.run('unshare', ['--user', '--map-root-user', 'true'])).code === 0;
}

/** Starts a headless browser that the caller closes. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  return puppeteer.launch({
    executablePath: await findBrowser(),
    ...options,
    args: [...(await browserFlags()), ...(options.args ?? [])],
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(await findBrowser());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
