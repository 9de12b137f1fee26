/** What a browser may bring along; where it does not, the reader that we bring is fetched once and kept. */
type Detector = { readonly detect: (source: ImageBitmapSource) => Promise<readonly { readonly rawValue: string }[]> };
type Detecting = {
  readonly BarcodeDetector?: {
    new (options: { readonly formats: readonly string[] }): Detector;
    readonly getSupportedFormats: () => Promise<readonly string[]>;
  };
};

/** Where a page is not secure, there is nothing to keep files in. */
type Keeping = { readonly caches?: CacheStorage };

/** The reader of QR codes on this phone could not be had: there is no network, and it has never been fetched. */
export class NoReader extends Error {
  override readonly name = 'NoReader';
}

type Read = (picture: ImageData) => Promise<string | null>;

let reader: Promise<Read> | null = null;

/**
 * What the QR code in a picture says; null when there is none.
 *
 * @throws NoReader
 */
export async function readCode(picture: ImageData): Promise<string | null> {
  return (await theReader())(picture);
}

/**
 * Fetches what reading needs while there is a network, so that it is there when there is none: the service worker keeps it. It is read to
 * its end: an answer left unread keeps the service worker busy for as long as the page remembers it, and from one that is busy no newer
 * version takes over.
 */
export async function fetchReader(): Promise<void> {
  if (await hasOwnReader()) return;
  const { default: address } = await import('zxing-wasm/reader/zxing_reader.wasm?url');
  if ((await (globalThis as Keeping).caches?.match(address)) !== undefined) return;
  await (await fetch(address)).arrayBuffer();
}

function theReader(): Promise<Read> {
  reader ??= (async () => (await ofBrowser()) ?? (await brought()))().catch((error: unknown) => {
    reader = null;
    throw new NoReader('there is no reader', { cause: error });
  });
  return reader;
}

async function hasOwnReader(): Promise<boolean> {
  const formats = await (globalThis as Detecting).BarcodeDetector?.getSupportedFormats().catch((): string[] => []);
  return formats?.includes('qr_code') ?? false;
}

async function ofBrowser(): Promise<Read | null> {
  const Reader = (globalThis as Detecting).BarcodeDetector;
  if (Reader === undefined || !(await hasOwnReader())) return null;
  const detector = new Reader({ formats: ['qr_code'] });
  return async (picture) => (await detector.detect(picture).catch(() => []))[0]?.rawValue ?? null;
}

async function brought(): Promise<Read> {
  const [{ prepareZXingModule, readBarcodes }, { default: address }] = await Promise.all([
    import('zxing-wasm/reader'),
    import('zxing-wasm/reader/zxing_reader.wasm?url'),
  ]);
  await prepareZXingModule({ overrides: { locateFile: () => address }, fireImmediately: true });
  return async (picture) => {
    const found = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1 });
    return found.find(({ text }) => text !== '')?.text ?? null;
  };
}
