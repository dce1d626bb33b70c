import { dayIn } from './certificate-pdf.js';

describe('a day on a certificate', () => {
  it('is the same in every zone, as a day of the calendar is', () => {
    expect(dayIn('2031-12-31', 'fi', 'America/New_York')).toBe('31. joulukuuta 2031');
    expect(dayIn('2031-12-31', 'sv', 'Pacific/Auckland')).toBe('31 december 2031');
  });

  it('is that of the controller, of an instant', () => {
    expect(dayIn('2031-12-30T22:30:00Z', 'en', 'Europe/Helsinki')).toBe('31 December 2031');
  });
});
