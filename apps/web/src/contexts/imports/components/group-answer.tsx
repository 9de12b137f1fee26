import { barredRows } from '@changming/domain/imports';
import { Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';

import { UnitPicker } from '../../../ui/unit-picker.tsx';
import { unitSource } from '../../units/queries.ts';
import type { Reply } from '../draft/draft.ts';
import { isOffer, type Option } from '../draft/options.ts';
import type { ImportGroup } from '../queries.ts';
import { useSameWords } from '../same-words.ts';
import { useImportWords } from '../words.ts';
import { EachCell } from './each-cell.tsx';

type GroupAnswerProps = {
  readonly group: ImportGroup;
  /** The unit of the batch, which every path would begin with. */
  readonly below: string;
  readonly options: readonly Option[];
  readonly reply: Reply | null;
  readonly onSay: (reply: Reply) => void;
};

/** The ways to answer, one to be chosen; some ask for a unit or a text besides. */
export function GroupAnswer({ group, below, options, reply, onSay }: GroupAnswerProps) {
  const words = useOptionWords(group, below);
  return (
    <Radio.Group
      className="imports__options"
      aria-labelledby={`group-${group.key}`}
      value={reply === null ? undefined : nameOf(reply)}
      onChange={({ target }) => {
        const option = options.find((each) => nameOf(each) === target.value);
        if (option !== undefined) onSay(begun(option));
      }}
    >
      {options.map((option) => (
        <div key={nameOf(option)}>
          <Radio value={nameOf(option)}>{words(option)}</Radio>
          {reply !== null && nameOf(reply) === nameOf(option) && <Details group={group} reply={reply} onSay={onSay} />}
        </div>
      ))}
    </Radio.Group>
  );
}

function nameOf(option: Option | Reply): string {
  if (option.how === 'value') return `value:${option.value}`;
  if (option.how === 'same' || option.how === 'taken') return `${option.how}:${option.of}`;
  return option.how === 'row' ? `row:${option.say}` : option.how;
}

function begun(option: Option): Reply {
  if (option.how === 'unit') return { how: 'unit', unit: null };
  if (option.how === 'text') return { how: 'text', text: '' };
  if (option.how === 'each') return { how: 'each', texts: {} };
  if (option.how === 'same' || option.how === 'taken') return { how: option.how, of: option.of };
  return option.how === 'value' ? { how: 'value', value: option.value } : option;
}

const rowWords = { accept: 'acceptRow', keep: 'keepAll', replace: 'replaceAll' } as const;
const plainWords = { unit: 'otherUnit', text: 'text', each: 'each', sheet: 'skipSheet' } as const;

function useOptionWords({ places, code, candidates }: ImportGroup, below: string): (option: Option) => string {
  const { t } = useTranslation('imports');
  const { choice } = useImportWords();
  const sameWords = useSameWords({ code, candidates });
  const rowWord = (say: Extract<Option, { how: 'row' }>['say']) => {
    if (say === 'skip') return t(places.length === 1 ? 'desk.answer.skipRow' : 'desk.answer.skipRows');
    return t(`desk.answer.${say === 'accept' ? acceptWord(code) : rowWords[say]}`);
  };
  return (option) => {
    const same = sameWords(option);
    if (same !== null || option.how === 'same' || option.how === 'taken') return same ?? '';
    if (option.how === 'value')
      return choice(option.value, option.label.startsWith(`${below}/`) ? option.label.slice(below.length + 1) : option.label, code);
    return option.how === 'row' ? rowWord(option.say) : t(`desk.answer.${plainWords[option.how]}`);
  };
}

function acceptWord(code: ImportGroup['code']) {
  if (isOffer(code)) return 'acceptOffer';
  return barredRows[code] === undefined ? rowWords.accept : 'acceptBarred';
}

type DetailsProps = Pick<GroupAnswerProps, 'group' | 'onSay'> & { readonly reply: Reply };

/** What a choice needs besides: a unit, a text, or a text for every cell. */
function Details({ group, reply, onSay }: DetailsProps) {
  const { t } = useTranslation('imports');
  const label = t('desk.answer.textHint');
  if (reply.how === 'unit') {
    return (
      <div className="imports__detail">
        <label className="imports__unseen" htmlFor={`unit-${group.key}`}>
          {t('desk.answer.findUnit')}
        </label>
        <UnitPicker
          id={`unit-${group.key}`}
          source={unitSource}
          value={reply.unit}
          placeholder={t('desk.answer.findUnit')}
          onChange={(unit) => onSay({ how: 'unit', unit })}
        />
      </div>
    );
  }
  if (reply.how === 'text') {
    return (
      <div className="imports__detail">
        <Input
          autoFocus
          maxLength={400}
          aria-label={label}
          placeholder={label}
          value={reply.text}
          onChange={({ target }) => onSay({ how: 'text', text: target.value })}
        />
      </div>
    );
  }
  return reply.how === 'each' ? <EachCell group={group} texts={reply.texts} onSay={onSay} /> : null;
}
