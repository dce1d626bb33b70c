import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Product, productStatuses } from '../../api/model.js';
import classes from './Company.module.css';

interface Props {
  value: Product[];
  onChange: (products: Product[]) => void;
  errorAt?: (field: string) => string | undefined;
}

/** Which of our products interest the company, are in use or were bought. */
export function ProductFields({ value, onChange, errorAt }: Props) {
  const { t } = useTranslation('companies');
  const products: Product[] = value.length > 0 ? value : [{ name: '', status: 'interested' }];
  return (
    <div className={classes.parts}>
      {products.map((product, index) => (
        <div key={index} className={classes.product}>
          <TextInput
            aria-label={t('field.product')}
            placeholder={t('field.product')}
            autoComplete="off"
            value={product.name}
            error={errorAt?.(`products.${index}.name`)}
            onChange={(event) =>
              onChange(products.with(index, { ...product, name: event.currentTarget.value }))
            }
          />
          <Select
            aria-label={`${t('field.status')}: ${product.name}`}
            data={productStatuses.map((status) => ({
              value: status,
              label: t(`records:productStatus.${status}`),
            }))}
            value={product.status}
            allowDeselect={false}
            onChange={(status) => status && onChange(products.with(index, { ...product, status: status }))}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={`${t('common:action.remove')}: ${product.name}`}
            onClick={() => onChange(products.filter((_, other) => other !== index))}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        className={classes.addPart}
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<IconPlus size={13} aria-hidden />}
        onClick={() => onChange([...products, { name: '', status: 'interested' }])}
      >
        {t('addProduct')}
      </Button>
    </div>
  );
}

/** As sent: without the nameless ones. */
export const tidyProducts = (products: Product[]): Product[] =>
  products.map(({ name, status }) => ({ name: name.trim(), status })).filter(({ name }) => name !== '');
