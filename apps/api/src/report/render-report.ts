export const renderReport = async (_: unknown): Promise<Buffer> => Buffer.from('');
