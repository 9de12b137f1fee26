/** Beginnings of what a browser or an archiver would run or unpack, wherever they stand in a file that claims to be a photo. */
const markup = ['<script', '<html', '<svg', '<!doctype', '<?php', '<iframe', '%pdf-'] as const;

/** The end of a ZIP archive lies within this many bytes of the end of the file. */
const archiveTail = 66_000;
const archiveEnd = 'PK\u0005\u0006';

/**
 * What a photo is besides a photo: a polyglot file means to be read as something else. \`content\` is the file as latin1, one character
 * a byte. Null when nothing is found.
 */
export function disguiseIn(content: string): 'markup' | 'archive' | null {
  const lower = content.toLowerCase();
  if (markup.some((beginning) => lower.includes(beginning))) return 'markup';
  return content.slice(-archiveTail).includes(archiveEnd) ? 'archive' : null;
}
