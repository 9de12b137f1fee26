const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

/** Headers of a file to keep. RFC 6266: a plain name for old readers, the real one encoded. */
export function attachment(name: string, type: keyof typeof types): Record<string, string> {
  return {
    'content-type': types[type],
    'content-disposition': `attachment; filename="changming.${type}"; filename*=UTF-8''${encodeURIComponent(`${name}.${type}`)}`,
    'x-content-type-options': 'nosniff',
  };
}
