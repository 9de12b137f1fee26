/** Pictures that people uploaded run nothing, embed nothing and are never sniffed into something else. */
export const photoHeaders = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
};
