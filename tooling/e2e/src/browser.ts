import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';

import { type Browser, type BrowserContext, chromium } from 'playwright-core';

const require = createRequire(import.meta.url);

/** A page of a test is loaded, used a dozen times and left: scripts are seldom worth making fast, and doing so takes a fifth of what a page costs. */
const forShortVisits = '--js-flags=--no-opt --no-maglev';

/**
 * Starts the Chromium that comes from the registry, with a Chinese font, on a machine that has neither.
 * `CM_E2E_BROWSER` names another Chromium (arm64, macOS). The caller closes the browser.
 *
 * @throws when no Chromium can be started here; the message of the launcher says why.
 */
export async function launchBrowser(): Promise<Browser> {
  const options = await launching();
  return chromium.launch({ ...options, args: [...options.args, forShortVisits] });
}

/** The same with a profile that lies in `folder` and is there again after the browser was closed: a phone that somebody owns. */
export async function launchPhone(folder: string, options: { readonly baseURL: string }): Promise<BrowserContext> {
  const phone = { viewport: { width: 360, height: 740 }, locale: 'zh-CN', reducedMotion: 'reduce' } as const;
  return chromium.launchPersistentContext(folder, { ...(await launching()), ...phone, ...options });
}

async function launching() {
  const home = await unpackedHome();
  return {
    executablePath: process.env['CM_E2E_BROWSER'] ?? join(home, 'chromium'),
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    env: { ...ownEnvironment(), FONTCONFIG_FILE: await fontsFile(home), ...librariesOf(home) },
  };
}

/** One folder per version and user: the packed browser reuses whatever it finds, without asking which version it is. */
async function unpackedHome(): Promise<string> {
  const home = join(tmpdir(), `changming-chromium-${packedVersion()}-${userInfo().uid}`);
  if (process.env['CM_E2E_BROWSER'] !== undefined) await mkdir(home, { recursive: true });
  else if (!existsSync(join(home, 'chromium'))) await unpackInto(home);
  return home;
}

/** The package exports its entry only, so its manifest is read from the folder above. */
function packedVersion(): string {
  const manifest = join(dirname(require.resolve('@sparticuz/chromium')), '..', 'package.json');
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

/** Unpacked beside and moved into place whole, so that two test runs starting together never see half a browser. */
async function unpackInto(home: string): Promise<void> {
  const beside = await mkdtemp(`${home}-`);
  const before = { TMPDIR: process.env['TMPDIR'], AWS_LAMBDA_JS_RUNTIME: process.env['AWS_LAMBDA_JS_RUNTIME'] };
  Object.assign(process.env, { TMPDIR: beside, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' });
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
  } finally {
    restore(before);
  }
  await rename(beside, home).catch(() => rm(beside, { recursive: true, force: true }));
}

function restore(values: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

async function fontsFile(home: string): Promise<string> {
  const folder = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const weights = ['400Regular', '500Medium', '600SemiBold', '700Bold'].map((weight) => `<dir>${join(folder, weight)}</dir>`);
  const family = '<alias><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias>';
  const file = join(home, 'fonts.conf');
  await writeFile(file, `<fontconfig>${weights.join('')}<cachedir>${join(home, 'fonts-cache')}</cachedir>${family}</fontconfig>`);
  return file;
}

/** The browser's own copies of the system libraries, only where the system has none. */
function librariesOf(home: string): { LD_LIBRARY_PATH?: string } {
  const installed = ['/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib'].some((folder) => existsSync(join(folder, 'libnss3.so')));
  return installed ? {} : { LD_LIBRARY_PATH: join(home, 'al2023', 'lib') };
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
