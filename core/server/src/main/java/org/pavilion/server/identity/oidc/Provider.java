package org.pavilion.server.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Problem;
import org.pavilion.server.settings.OidcSettings;

/** One provider. What it can do is read at the first sign-in and kept. */
public final class Provider {
    private static final int TIMEOUT_MS = 5_000;
    private static final int KEYS_BYTES = 64 * 1024;
    private static final Set<JWSAlgorithm> SIGNED =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.ES384);
    private static final Scope SCOPE = new Scope("openid", "email", "profile");

    private final OidcSettings settings;
    private volatile @Nullable OIDCProviderMetadata known;

    public Provider(OidcSettings settings) {
        this.settings = settings;
        requireSafe(settings.issuer());
    }

    public String name() {
        return settings.name();
    }

    /** Where to send the browser, and what its answer must match. */
    public Began begin(URI back) {
        var state = new State();
        var nonce = new Nonce();
        var verifier = new CodeVerifier();
        var request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, SCOPE, new ClientID(settings.clientId()), back)
                .endpointURI(metadata().getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build();
        return new Began(request.toURI(), back, state.getValue(), nonce.getValue(), verifier.getValue());
    }

    /** Takes the provider's answer, the whole address the browser came back to. */
    public Claims finish(Began began, URI answer) {
        try {
            var response = AuthenticationResponseParser.parse(answer);
            if (response.getState() == null || !response.getState().getValue().equals(began.state())) {
                throw refused("the answer belongs to another sign-in", null);
            }
            if (!response.indicatesSuccess()) {
                throw refused("the provider did not sign in", null);
            }
            return claims(began, response.toSuccessResponse().getAuthorizationCode());
        } catch (ParseException e) {
            throw refused("the provider's answer cannot be read", e);
        }
    }

    private Claims claims(Began began, AuthorizationCode code) {
        try {
            var grant = new AuthorizationCodeGrant(code, began.back(), new CodeVerifier(began.verifier()));
            var client = new ClientSecretBasic(new ClientID(settings.clientId()), new Secret(settings.secret()));
            var request = new TokenRequest.Builder(metadata().getTokenEndpointURI(), client, grant).build();
            var answer = OIDCTokenResponseParser.parse(
                    bounded(request.toHTTPRequest()).send());
            if (!answer.indicatesSuccess()) {
                throw refused("the provider does not take its code", null);
            }
            var tokens = answer.toSuccessResponse().getTokens().toOIDCTokens();
            var id = validated(tokens.getIDToken(), new Nonce(began.nonce()));
            var more = id.getStringClaim("email") == null ? userInfo(tokens.getAccessToken(), id) : id;
            var email = Boolean.TRUE.equals(more.getBooleanClaim("email_verified"))
                    ? Optional.ofNullable(more.getStringClaim("email"))
                    : Optional.<String>empty();
            return new Claims(
                    id.getIssuer().getValue(),
                    id.getSubject().getValue(),
                    email,
                    Optional.ofNullable(more.getStringClaim("name")));
        } catch (IOException | ParseException | BadJOSEException | JOSEException e) {
            throw refused("the provider's answer does not hold", e);
        }
    }

    private IDTokenClaimsSet validated(JWT token, Nonce nonce) throws BadJOSEException, JOSEException, IOException {
        if (!(token.getHeader().getAlgorithm() instanceof JWSAlgorithm algorithm) || !SIGNED.contains(algorithm)) {
            throw refused("the provider signs in a way that is not taken here", null);
        }
        var keys = metadata().getJWKSetURI();
        requireSafe(keys);
        var validator = new IDTokenValidator(
                new Issuer(settings.issuer()),
                new ClientID(settings.clientId()),
                algorithm,
                keys.toURL(),
                new DefaultResourceRetriever(TIMEOUT_MS, TIMEOUT_MS, KEYS_BYTES));
        return validator.validate(token, nonce);
    }

    private ClaimsSet userInfo(AccessToken access, IDTokenClaimsSet id) throws IOException, ParseException {
        var at = metadata().getUserInfoEndpointURI();
        if (at == null) {
            return id;
        }
        var answer = UserInfoResponse.parse(
                bounded(new UserInfoRequest(at, access).toHTTPRequest()).send());
        if (!answer.indicatesSuccess()) {
            throw refused("the provider does not say who signed in", null);
        }
        var info = answer.toSuccessResponse().getUserInfo();
        if (info == null || !id.getSubject().equals(info.getSubject())) {
            throw refused("the provider speaks of somebody else", null);
        }
        return info;
    }

    private OIDCProviderMetadata metadata() {
        var read = known;
        if (read == null) {
            read = discover();
            known = read;
        }
        return read;
    }

    private OIDCProviderMetadata discover() {
        try {
            var metadata = OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), request -> bounded(request));
            requireSafe(metadata.getAuthorizationEndpointURI());
            requireSafe(metadata.getTokenEndpointURI());
            requireSafe(metadata.getJWKSetURI());
            return metadata;
        } catch (GeneralException | IOException e) {
            throw refused("the provider cannot be reached", e);
        }
    }

    /** No redirects, a short wait, and an address that nobody on the way can read. */
    private static HTTPRequest bounded(HTTPRequest request) {
        requireSafe(request.getURI());
        request.setConnectTimeout(TIMEOUT_MS);
        request.setReadTimeout(TIMEOUT_MS);
        request.setFollowRedirects(false);
        return request;
    }

    private static void requireSafe(URI uri) {
        var host = uri.getHost();
        boolean safe = host != null
                && uri.getUserInfo() == null
                && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && loopback(host)));
        if (!safe) {
            throw new Problem("settings.invalid", 400, "a provider is reached over https: " + uri);
        }
    }

    private static boolean loopback(String host) {
        try {
            return host.equals("localhost")
                    || InetAddress.ofLiteral(host.replace("[", "").replace("]", ""))
                            .isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Problem refused(String why, @Nullable Exception cause) {
        var problem = new Problem("access.provider", 403, "Signing in did not work: " + why);
        return cause == null ? problem : problem.causedBy(cause);
    }
}
