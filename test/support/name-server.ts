import dns2 from 'dns2';

export interface NameServer {
  /** As resolvers take it: `127.0.0.1:53535`. */
  address: string;
  /** TXT records by name; every other name does not exist. */
  texts: Map<string, string[]>;
  close(): Promise<void>;
}

/** A name server of this machine alone. */
export async function startNameServer(): Promise<NameServer> {
  const texts = new Map<string, string[]>();
  const server = dns2.createServer({
    udp: true,
    handle: (request, send) => {
      const response = dns2.Packet.createResponseFromRequest(request);
      const name = request.questions[0]?.name.toLowerCase() ?? '';
      const found = texts.get(name);
      if (found === undefined) response.header.rcode = 3; // NXDOMAIN
      for (const text of found ?? [])
        response.answers.push(
          Object.assign(new dns2.Packet.Resource(name, dns2.Packet.TYPE.TXT, dns2.Packet.CLASS.IN, 1), {
            data: [...(text.match(/.{1,255}/g) ?? [])],
          }),
        );
      void send(response);
    },
  });
  await server.listen({ udp: { address: '127.0.0.1', port: 0 } });
  const { port } = server.addresses().udp ?? { port: 0 };
  return { address: `127.0.0.1:${port}`, texts, close: () => server.close() };
}
