import { mayAnywhere } from '../../api/may.ts';
import { useMe } from '../../api/me.ts';

/** 标准与规则 are kept by headquarters; everybody else reads. */
export function useMayEdit(): boolean {
  return mayAnywhere(useMe(), 'standards.edit');
}
