import { noticeInput } from '@changming/domain/notices';
import { expect, it } from 'vitest';

import { tellAll } from './tell-all.ts';

const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const notice = {
  about: 'training.examSet',
  subjectId: id(0),
  unitId: id(0),
  facts: { title: '安全考试' },
  link: '/training/my-exams',
  once: 'e',
};

/** What a notice is sent as, each delivery with its key. */
async function sent(to: { readonly personIds?: readonly string[]; readonly posts?: readonly string[] }) {
  const sendings: { readonly payload: object; readonly key: string }[] = [];
  await tellAll({ enqueue: async (_name, payload, key) => void sendings.push({ payload, key }) }, { ...notice, to });
  return sendings;
}

it.each([
  [0, []],
  [1, [1]],
  [500, [500]],
  [501, [500, 1]],
  [1000, [500, 500]],
])('of %i persons each is named once, at most five hundred at a time, and every delivery is one that can be made', async (count, sizes) => {
  const personIds = Array.from({ length: count }, (_, n) => id(n + 1));
  const sendings = await sent({ personIds });

  const delivered = sendings.map(({ payload }) => noticeInput.parse(payload).to.personIds ?? []);
  expect(delivered.map(({ length }) => length)).toEqual(sizes);
  expect(delivered.flat()).toEqual(personIds);
  expect(new Set(sendings.map(({ key }) => key)).size).toBe(sizes.length);
});

it('holders of posts are told beside the persons named, and others who are added to one occasion are not taken for these', async () => {
  const [posts, persons] = await sent({ posts: ['unitHead'], personIds: [id(1)] });
  const [added] = await sent({ personIds: [id(2)] });

  expect(posts?.payload).toMatchObject({ to: { posts: ['unitHead'] } });
  expect(persons?.payload).toMatchObject({ to: { personIds: [id(1)] } });
  expect(added?.key).not.toBe(persons?.key);
});
