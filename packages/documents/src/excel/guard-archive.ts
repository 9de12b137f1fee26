import type { Limits } from './limits.ts';
import { refuseImport } from './refuse-import.ts';
import { type ZipEntry, zipDirectory } from './zip-directory.ts';

const magic = { zip: 'PK\u0003\u0004', compound: Buffer.from('d0cf11e0a1b11ae1', 'hex') } as const;

/** Parts that run code, or fetch from elsewhere when Excel opens the file. */
const forbidden = [
  { code: 'imports.macros', pattern: /vba|macrosheets?\/|\.bin\.rels$|activex\/|customui\//iu },
  { code: 'imports.external_link', pattern: /externallinks?\/|xl\/connections\.xml$|xl\/querytables\//iu },
] as const;

/**
 * Judges the archive by its directory alone, before anything is unpacked.
 * Refuses whatever is no xlsx, is encrypted, lies outside its folder, carries macros or outside links, or would unpack too large.
 */
export function guardArchive(file: Buffer, limits: Limits): readonly ZipEntry[] {
  if (file.length > limits.fileBytes) refuseImport('imports.too_large', { most: megabytes(limits.fileBytes) });
  if (file.subarray(0, 8).equals(magic.compound)) refuseCompound(file);
  if (file.toString('latin1', 0, 4) !== magic.zip) refuseImport('imports.not_xlsx');
  const entries = zipDirectory(file, limits.entries);
  for (const entry of entries) guardEntry(entry, limits);
  guardNames(entries);
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  if (unpacked > limits.unpackedBytes) refuseImport('imports.unpacks_too_large', { most: megabytes(limits.unpackedBytes) });
  return entries;
}

/** A compound file is either a workbook under a password or one of the old .xls kind. */
function refuseCompound(file: Buffer): never {
  const isEncrypted = file.includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return refuseImport(isEncrypted ? 'imports.encrypted' : 'imports.old_format');
}

function guardEntry(entry: ZipEntry, { ratio, tinyBytes }: Limits): void {
  if (entry.encrypted) refuseImport('imports.encrypted');
  if (entry.symlink) refuseImport('imports.symlink');
  if (!isInside(entry.name)) refuseImport('imports.unsafe_name');
  for (const { code, pattern } of forbidden) if (pattern.test(entry.name)) refuseImport(code);
  if (entry.size > tinyBytes && entry.size > entry.packedSize * ratio) refuseImport('imports.bomb');
}

function isInside(name: string): boolean {
  return /^[^/\\:\p{Cc}\ufffd]/u.test(name) && !/[\\:\p{Cc}\ufffd]/u.test(name) && !name.split('/').includes('..');
}

/** Two names that look alike would let one reader see another workbook than the next. */
function guardNames(entries: readonly ZipEntry[]): void {
  const keys = new Set(entries.map(({ name }) => name.normalize('NFKC').toLowerCase()));
  if (keys.size !== entries.length) refuseImport('imports.unsafe_name');
  if (!keys.has('[content_types].xml')) refuseImport('imports.not_xlsx');
}

export function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
