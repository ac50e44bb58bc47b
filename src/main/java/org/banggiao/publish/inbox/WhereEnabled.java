package org.banggiao.publish.inbox;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether the settings say that there is an inbox: what is marked with it does not exist otherwise. */
public final class WhereEnabled implements Condition {
    private static final String SETTING = "banggiao.inbox.enabled";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return context.getEnvironment().getProperty(SETTING, Boolean.class, false);
    }
}
