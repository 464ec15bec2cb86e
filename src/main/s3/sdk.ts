type Client = typeof import('@aws-sdk/client-s3');
type Providers = typeof import('@aws-sdk/credential-providers');
type Signature = typeof import('@smithy/signature-v4');

/** The parts of the AWS SDK that are used: endpoint rules, credential providers and the signer. */
export interface Sdk {
  readonly S3Client: Client['S3Client'];
  readonly fromIni: Providers['fromIni'];
  readonly fromNodeProviderChain: Providers['fromNodeProviderChain'];
  readonly SignatureV4: Signature['SignatureV4'];
}

let loading: Promise<Sdk> | undefined;

/** Loads the SDK on first use: it costs about 80 ms, which must not stand before the first window. */
export function loadSdk(): Promise<Sdk> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Sdk> {
  const [client, providers, signature] = await Promise.all([
    import('@aws-sdk/client-s3'),
    import('@aws-sdk/credential-providers'),
    import('@smithy/signature-v4'),
  ]);
  return {
    S3Client: client.S3Client,
    fromIni: providers.fromIni,
    fromNodeProviderChain: providers.fromNodeProviderChain,
    SignatureV4: signature.SignatureV4,
  };
}
