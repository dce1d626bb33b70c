import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface NewPasswordInputProps {
  label: string;
  name: string;
  value: string;
  error?: string | undefined;
  onChange: (event: React.ChangeEvent<HTMLInputElement>) => void;
  autoFocus?: boolean;
}

/** Where a new password is chosen: length is what counts, and a password manager may make one. */
export function NewPasswordInput(props: NewPasswordInputProps) {
  const { t } = useTranslation('auth');
  return (
    <PasswordInput
      description={t('password.hint')}
      autoComplete="new-password"
      minLength={12}
      visibilityToggleButtonProps={{ 'aria-label': t('password.show'), tabIndex: 0 }}
      {...props}
    />
  );
}
