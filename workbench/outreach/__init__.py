"""Messages and invitations: WeCom 企业微信, DingTalk 钉钉, Feishu 飞书, Slack, Teams, mail."""
