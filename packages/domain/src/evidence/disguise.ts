/**
 * Beginnings of what a browser would run, wherever they stand in a file that claims to be a photo. The short ones count only where text
 * goes on: four bytes like `<svg` stand by chance in one of a hundred honest photos of five megabytes.
 */
const markup = /<(?:script|iframe|!doctype)|<(?:svg|html)[\s/>][\t\r\n -~]{5}|<\?php\s|%pdf-\d\.\d/i;

/** The end of a ZIP archive on one disk lies within this many bytes of the end of the file. */
const archiveTail = 66_000;
const archiveEnd = 'PK\u0005\u0006\u0000\u0000\u0000\u0000';

/**
 * What a photo is besides a photo: a polyglot file means to be read as something else. `content` is the file as latin1, one character
 * a byte. Null when nothing is found.
 */
export function disguiseIn(content: string): 'markup' | 'archive' | null {
  if (markup.test(content)) return 'markup';
  return content.slice(-archiveTail).includes(archiveEnd) ? 'archive' : null;
}
