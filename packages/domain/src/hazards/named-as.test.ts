import { expect, test } from 'vitest';

import { namedAs } from './named-as.ts';

test('whoever stands beside the one who is known is named too', () => {
  expect(namedAs('张敏', '张敏、李建国')).toBe('张敏、李建国');
  expect(namedAs('张敏', '李建国/张敏')).toBe('李建国/张敏');
  expect(namedAs('张敏', '张敏（厂长） 李建国')).toBe('张敏（厂长） 李建国');
  expect(namedAs('赵荣', '赵 荣')).toBe('赵 荣');
});

test('another who answers for it by now is named alone', () => {
  expect(namedAs('王芳', '张敏、李建国')).toBe('王芳');
  expect(namedAs('张敏', '张敏华')).toBe('张敏');
});

test('the words serve where nobody is known, and nothing where they are silent', () => {
  expect(namedAs(null, '各班组长')).toBe('各班组长');
  expect(namedAs('张敏', undefined)).toBe('张敏');
  expect(namedAs(null, undefined)).toBeNull();
});
