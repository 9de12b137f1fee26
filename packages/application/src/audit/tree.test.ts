import { canonicalJson, emptyTree, fingerprint, grown, leafHash, rootOf } from '@changming/domain/audit';
import { describe, expect, it } from 'vitest';

import { sha256 } from './sha256.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const treeOf = (contents: readonly Uint8Array[]) =>
  contents.reduce((tree, content) => grown(sha256, tree, leafHash(sha256, content)), emptyTree);

/** The leaves of the published test vectors of Certificate Transparency (RFC 6962). */
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((each) =>
  Buffer.from(each, 'hex'),
);
const published = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('the tree', () => {
  it('has the published roots', () => {
    expect(published.map((_, size) => hex(rootOf(sha256, treeOf(leaves.slice(0, size)))))).toEqual(published);
  });

  it('grown leaf by leaf is the tree of RFC 6962, split at the largest power of two', () => {
    const contents = Array.from({ length: 130 }, (_, n) => Buffer.from(`leaf ${n}`));

    for (const [size] of contents.entries())
      expect(hex(rootOf(sha256, treeOf(contents.slice(0, size))))).toBe(hex(byDefinition(contents.slice(0, size))));
  });

  it('keeps one subtree for each bit of its size', () => {
    expect(treeOf(leaves.slice(0, 7)).roots).toHaveLength(3);
    expect(treeOf(leaves).roots).toHaveLength(1);
  });
});

function byDefinition(contents: readonly Uint8Array[]): Uint8Array {
  const [only] = contents;
  if (only === undefined) return sha256();
  if (contents.length === 1) return leafHash(sha256, only);
  const split = 2 ** Math.floor(Math.log2(contents.length - 1));
  return sha256(Uint8Array.of(1), byDefinition(contents.slice(0, split)), byDefinition(contents.slice(split)));
}

it('a record has one text, however its members are ordered', () => {
  expect(canonicalJson({ b: [1, { d: null, c: '中' }], a: undefined, aa: 1.5, a1: true })).toBe(
    '{"a1":true,"aa":1.5,"b":[1,{"c":"中","d":null}]}',
  );
  expect(canonicalJson({ y: 1, x: 2 })).toBe(canonicalJson({ x: 2, y: 1 }));
});

it('a fingerprint is short enough to be printed on minutes', () => {
  expect(fingerprint(published[8] ?? '')).toBe('5dc9 da79 a706 59a9');
});
