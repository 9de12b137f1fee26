import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { placeKey, type Reply } from '../draft/draft.ts';
import type { ImportGroup } from '../queries.ts';
import { useImportWords } from '../words.ts';

type EachCellProps = {
  readonly group: ImportGroup;
  readonly texts: Readonly<Record<string, string>>;
  readonly onSay: (reply: Reply) => void;
};

/** As many as are typed in one go; the others follow on demand. */
const atOnce = 50;

/** A text for every cell by itself: what stays blank is left as it is. */
export function EachCell({ group: { places }, texts, onSay }: EachCellProps) {
  const { t } = useTranslation(['imports', 'shell']);
  const words = useImportWords();
  const [shown, setShown] = useState(atOnce);
  return (
    <div className="imports__each">
      {places.slice(0, shown).map((place) => (
        <label key={placeKey(place)}>
          <span>{words.place(place)}</span>
          <Input
            maxLength={400}
            value={texts[placeKey(place)] ?? ''}
            onChange={({ target }) => onSay({ how: 'each', texts: { ...texts, [placeKey(place)]: target.value } })}
          />
        </label>
      ))}
      {shown < places.length && (
        <Button onClick={() => setShown(shown + atOnce)}>{t('imports:desk.answer.eachMore', { count: places.length - shown })}</Button>
      )}
    </div>
  );
}
