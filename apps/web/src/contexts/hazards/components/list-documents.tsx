import { FileExcelOutlined, FileWordOutlined } from '@ant-design/icons';
import { type DocumentFormat, documentFormats, type ThreeList } from '@changming/domain/hazards';
import { App, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { sentenceOf } from '../../../ui/sentence-of.ts';
import { useOrderInstead } from '../../../ui/use-order-instead.tsx';
import { useListDocument, useOrderList } from '../list-queries.ts';
import type { ListsQuery } from '../lists-search.ts';

type ListDocumentsProps = { readonly list: ThreeList; readonly filter: ListsQuery };

const icons = { excel: <FileExcelOutlined />, word: <FileWordOutlined /> };

/** Excel and Word of the very list that is shown, with photos if they are wanted. */
export function ListDocuments({ list, filter }: ListDocumentsProps) {
  const { t } = useTranslation('hazards');
  const { message } = App.useApp();
  const { mutateAsync: order } = useOrderList(filter);
  const orderInstead = useOrderInstead({ context: 'hazards', tooLong: 'hazards.document_too_large' });
  const [photos, setPhotos] = useState(false);
  const { mutate, isPending, variables } = useListDocument(filter);
  /** Only a plain workbook has room for more. */
  const refused = (error: Error, format: DocumentFormat) =>
    format === 'excel' && !photos ? orderInstead(error, () => order(list)) : void message.error(sentenceOf(error));
  return (
    <>
      <Checkbox className="three-lists__photos" checked={photos} onChange={({ target }) => setPhotos(target.checked)}>
        {t('desk.threeLists.photos')}
      </Checkbox>
      {documentFormats.map((format) => (
        <Button
          key={format}
          icon={icons[format]}
          loading={isPending && variables?.format === format}
          onClick={() => mutate({ list, format, photos }, { onError: (error) => refused(error, format) })}
        >
          {t(`desk.threeLists.${format}`)}
        </Button>
      ))}
    </>
  );
}
