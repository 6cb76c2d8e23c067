package org.pavilion.server.notify;

import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.function.Supplier;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.pavilion.server.settings.MailSettings;

/** Mail over SMTP: one connection a mail, TLS whenever the server offers it, and required with a password. */
final class Smtp implements Carrier {
    private static final String TIMEOUT_MS = "15000";
    private static final int REFUSED = 500;

    private final MailSettings settings;
    private final Supplier<Sender> sender;
    private final Session session;

    Smtp(MailSettings settings, Supplier<Sender> sender) {
        this.settings = settings;
        this.sender = sender;
        this.session = Session.getInstance(properties(settings), new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(settings.user(), settings.secret());
            }
        });
    }

    private static Properties properties(MailSettings settings) {
        var all = new Properties();
        all.put("mail.smtp.host", settings.host());
        all.put("mail.smtp.port", String.valueOf(settings.port()));
        all.put("mail.smtp.auth", String.valueOf(!settings.user().isEmpty()));
        all.put("mail.smtp.ssl.enable", String.valueOf(settings.tls() == MailSettings.Tls.IMPLICIT));
        all.put("mail.smtp.starttls.enable", String.valueOf(settings.tls() != MailSettings.Tls.NONE));
        all.put("mail.smtp.starttls.required", String.valueOf(settings.tls() == MailSettings.Tls.STARTTLS));
        all.put("mail.smtp.ssl.checkserveridentity", "true");
        all.put("mail.smtp.connectiontimeout", TIMEOUT_MS);
        all.put("mail.smtp.timeout", TIMEOUT_MS);
        all.put("mail.smtp.writetimeout", TIMEOUT_MS);
        return all;
    }

    @Override
    public void carry(String id, Mail mail) throws Undelivered {
        try {
            Transport.send(message(id, mail));
        } catch (AddressException e) {
            throw new Undelivered("this is no address", true, e);
        } catch (SendFailedException e) {
            throw new Undelivered(said(e), lasting(e), e);
        } catch (MessagingException e) {
            throw new Undelivered(said(e), false, e);
        }
    }

    private MimeMessage message(String id, Mail mail) throws MessagingException {
        var message = new MimeMessage(session);
        message.setFrom(from());
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(mail.recipient(), true));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(Instant.now()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Pavilion-Mail", id);
        if (!mail.unsubscribe().isEmpty()) {
            message.setHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        var plain = new MimeBodyPart();
        plain.setText(mail.plain(), StandardCharsets.UTF_8.name());
        var html = new MimeBodyPart();
        html.setContent(mail.html(), "text/html; charset=utf-8");
        message.setContent(new MimeMultipart("alternative", plain, html));
        message.saveChanges();
        return message;
    }

    /** The configured address, with the expo's name where none is configured with it. */
    private InternetAddress from() throws MessagingException {
        var from = new InternetAddress(settings.from());
        if (from.getPersonal() == null) {
            try {
                var name = sender.get().name();
                from.setPersonal(name.zh().equals(name.en()) ? name.zh() : name.zh() + " " + name.en(), "UTF-8");
            } catch (UnsupportedEncodingException e) {
                throw new MessagingException("this Java has no UTF-8", e);
            }
        }
        return from;
    }

    /** What the server said of an address decides; whatever else goes wrong may go right later. */
    private static boolean lasting(MessagingException e) {
        for (var next = e.getNextException(); next != null; ) {
            if (next instanceof SMTPAddressFailedException refused) {
                return refused.getReturnCode() >= REFUSED;
            }
            next = next instanceof MessagingException further ? further.getNextException() : null;
        }
        return false;
    }

    /** The reason without the address it is about. */
    private static String said(MessagingException e) {
        for (var next = e.getNextException(); next != null; ) {
            if (next instanceof SMTPAddressFailedException refused) {
                return "the mail server answered " + refused.getReturnCode();
            }
            next = next instanceof MessagingException further ? further.getNextException() : null;
        }
        return "the mail server could not be spoken to (" + e.getClass().getSimpleName() + ")";
    }
}
