import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Spruce: the one accent. Shade 7 is the light scheme's fill (7.5:1 on white), shade 3 the dark scheme's text. */
const spruce: MantineColorsTuple = [
  '#eef6f2',
  '#dcebe4',
  '#b9d8ca',
  '#8fc3ac',
  '#5fa688',
  '#3f8a6c',
  '#2c7257',
  '#1f5c49',
  '#184a3a',
  '#11382c',
];

/** Warm greys from paper to ink. */
const gray: MantineColorsTuple = [
  '#faf9f7',
  '#f4f3ef',
  '#eae8e2',
  '#dddad2',
  '#c4c0b6',
  '#8f8a80',
  '#6a655c',
  '#4d4943',
  '#33302c',
  '#1d1b18',
];

/** The dark scheme's greys, Mantine's order: text first, darkest last. */
const dark: MantineColorsTuple = [
  '#eceae5',
  '#c9c5bd',
  '#a8a39a',
  '#807b72',
  '#4a463f',
  '#35322d',
  '#272521',
  '#1d1b18',
  '#171513',
  '#100f0d',
];

const font = "'Inter', 'Inter fallback', system-ui, -apple-system, 'Segoe UI', sans-serif";

/** Controls are 32 px high and 13.5 px in type; on a touch screen tokens.css makes them 44 px and 16 px. */
export const theme = createTheme({
  primaryColor: 'spruce',
  primaryShade: { light: 7, dark: 6 },
  colors: { spruce, gray, dark },
  black: '#1d1b18',
  white: '#ffffff',
  fontFamily: font,
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, monospace",
  fontSizes: { xs: '0.75rem', sm: '0.84375rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.55', lg: '1.5', xl: '1.35' },
  headings: {
    fontFamily: font,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1rem', lineHeight: '1.4' },
      h3: { fontSize: '0.875rem', lineHeight: '1.45' },
    },
  },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm', autosize: true, minRows: 3 } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right' } },
    // What floats is put inside <main> (FloatingLayer), so that it stands within a landmark.
    Portal: { defaultProps: { target: '#floats' } },
    Menu: {
      defaultProps: {
        shadow: 'md',
        transitionProps: { duration: 90, transition: 'fade' },
        withInitialFocusPlaceholder: false,
      },
    },
    Combobox: { defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } },
    // The scroll lock of Mantine writes an inline <style>; base.css locks scrolling instead.
    ModalRoot: { defaultProps: { lockScroll: false, transitionProps: { duration: 110, transition: 'pop' } } },
    ModalOverlay: { defaultProps: { backgroundOpacity: 0.32 } },
    Modal: {
      defaultProps: {
        lockScroll: false,
        transitionProps: { duration: 110, transition: 'pop' },
        overlayProps: { backgroundOpacity: 0.32 },
      },
    },
    Drawer: {
      defaultProps: {
        lockScroll: false,
        transitionProps: { duration: 130 },
        overlayProps: { backgroundOpacity: 0.32 },
      },
    },
    Tooltip: { defaultProps: { openDelay: 350, transitionProps: { duration: 80 } } },
  },
});
