import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { queryClient } from './api/query-client.js';
import { router } from './router.js';
import { colorSchemeManager } from './theme/color-scheme.js';
import { theme } from './theme/theme.js';
import { ToastStack } from './ui/ToastStack.js';

/** The whole interface. Mantine writes no <style> tags here: the content security policy would refuse them. */
export function App() {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <ToastStack />
      </QueryClientProvider>
    </MantineProvider>
  );
}
